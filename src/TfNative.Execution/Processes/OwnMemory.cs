using System.Diagnostics;
using System.Globalization;

namespace TfNative.Execution;

/// <summary>
/// The most memory that this process has had. A program that is started shares our memory until it is loaded, and the kernel
/// counts that as its own (fs/exec.c, exec_mmap): a peak that is no larger says nothing about the program. Thread-safe.
/// </summary>
internal sealed class OwnMemory
{
    /// <summary>Asking takes longer than starting some programs.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long _time;
    private long _peak = -1;

    /// <summary>The peak of a program; 0 when it is not known.</summary>
    /// <param name="measured">What the kernel says.</param>
    public long PeakOf(long measured) => measured > Peak() * 1.1 ? measured : 0; // it may have grown since the last look

    private long Peak()
    {
        lock (_lock)
        {
            if (_peak < 0 || Stopwatch.GetElapsedTime(_time) > Moment)
                (_peak, _time) = (Read(), Stopwatch.GetTimestamp());
            return _peak;
        }
    }

    private static long Read()
    {
        const string Field = "VmHWM:";
        string? line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.AsSpan(Field.Length).TrimEnd("kB"), CultureInfo.InvariantCulture) << 10;
    }
}
