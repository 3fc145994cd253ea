using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>
/// Remembers what another probe said for a moment: asking the kernel takes a dozen small files, which is longer than some
/// actions run. What was started within the moment is held back by what it is known to need, not by what the probe says.
/// Not thread-safe.
/// </summary>
internal sealed class SampledMemory(IMemoryProbe probe) : IMemoryProbe
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private long _time;
    private long _available = -1;

    public long AvailableBytes()
    {
        if (_available < 0 || Stopwatch.GetElapsedTime(_time) > Moment)
            (_available, _time) = (probe.AvailableBytes(), Stopwatch.GetTimestamp());
        return _available;
    }
}
