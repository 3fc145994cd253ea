using System.Buffers;

namespace TfNative.Execution;

/// <summary>Collects what a program writes: in memory so far, and all of it in a file once that is too much.</summary>
internal sealed class OutputCapture(string spillFile) : IDisposable
{
    /// <summary>What is kept in memory and shown.</summary>
    public const int MaxKept = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _kept = new();
    private FileStream? _spill;
    private long _total;

    /// <summary>Where the output of a job's action goes when it is too much.</summary>
    public static string FileIn(string logFolder, int slot, int number) => Path.Combine(logFolder, $"output-{slot}-{number}.txt");

    /// <summary>Removes what earlier builds left.</summary>
    public static void RemoveOld(string logFolder)
    {
        if (!Directory.Exists(logFolder))
            return;
        foreach (string file in Directory.EnumerateFiles(logFolder, "output-*.txt"))
            File.Delete(file);
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _total += bytes.Length;
        if (_spill is null && _kept.WrittenCount + bytes.Length > MaxKept)
        {
            _spill = new FileStream(spillFile, FileMode.Create, FileAccess.Write, FileShare.Read);
            _spill.Write(_kept.WrittenSpan);
        }

        if (_spill is null)
            _kept.Write(bytes);
        else
            _spill.Write(bytes);
    }

    public ActionOutput Finish()
    {
        _spill?.Flush();
        return _total == 0 ? ActionOutput.None : new ActionOutput(_kept.WrittenMemory, _total, _spill?.Name);
    }

    public void Dispose() => _spill?.Dispose();
}
