using System.Buffers.Binary;

namespace TfNative.Execution;

/// <summary>Writes a log anew with only what its living actions speak of.</summary>
internal sealed class LogCompaction
{
    private readonly LogReader _old;
    private readonly LogWriter _writer = new();
    private readonly Dictionary<int, int> _paths = [];
    private readonly Dictionary<int, int> _versions = [];
    private readonly Dictionary<int, int> _words = [];

    private LogCompaction(LogReader old) => _old = old;

    public static byte[] Compact(LogReader old)
    {
        var compaction = new LogCompaction(old);
        foreach (int start in old.Actions.Values.Order())
            compaction.Action(LogFormat.Numbers(old.Payload(start)));
        ReadOnlySpan<byte> records = compaction._writer.Written;
        byte[] result = new byte[LogFormat.HeaderLength + records.Length];
        BinaryPrimitives.WriteInt64LittleEndian(result, LogFormat.Header);
        records.CopyTo(result.AsSpan(LogFormat.HeaderLength));
        return result;
    }

    private void Action(ReadOnlySpan<int> numbers)
    {
        int[] copy = numbers.ToArray();
        int firstWord = LoggedAction.FixedNumbers + copy[8] + copy[9] + copy[10];
        for (int i = LoggedAction.FixedNumbers; i < copy.Length; i++)
            copy[i] = i < firstWord ? Version(copy[i]) : Word(copy[i]);
        _writer.Action(copy);
    }

    private int Version(int old)
    {
        if (old < 0)
            return old;
        if (_versions.TryGetValue(old, out int version))
            return version;
        int path = _old.Versions.PathOf(old);
        if (!_paths.TryGetValue(path, out int newPath))
        {
            _writer.Path(_old.Paths[path]);
            _paths.Add(path, newPath = _paths.Count);
        }

        _writer.Version(newPath, _old.Versions.ContentOf(old));
        _versions.Add(old, version = _versions.Count);
        if (_old.Versions.StampOf(old) is { } stamp)
            _writer.Stamp(version, stamp);
        return version;
    }

    private int Word(int old)
    {
        if (_words.TryGetValue(old, out int word))
            return word;
        _writer.Word(_old.Word(old));
        _words.Add(old, word = _words.Count);
        return word;
    }
}
