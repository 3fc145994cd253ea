using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TfNative.Execution;

/// <summary>
/// Reads a log's records into tables. Stops at the first record that is cut off, damaged, or speaks of ids that were
/// not brought in: what follows it cannot be trusted, what stands before it can.
/// </summary>
internal sealed class LogReader
{
    private readonly byte[] _bytes;

    private LogReader(byte[] bytes) => _bytes = bytes;

    public PathTable Paths { get; } = new();

    public VersionTable Versions { get; } = new();

    /// <summary>Where the payload of each word's record begins: most are never looked at.</summary>
    public List<int> Words { get; } = [];

    /// <summary>Where the payload of each action's last record begins, by the path id of its first output.</summary>
    public Dictionary<int, int> Actions { get; } = [];

    /// <summary>Bytes up to the end of the last good record; 0 when there is no log, or one of another version.</summary>
    public int GoodLength { get; private set; }

    /// <summary>Bytes of records that a later one has replaced.</summary>
    public long DeadBytes { get; private set; }

    /// <summary>There is something, but not a log of this version.</summary>
    public bool IsUnknown { get; private set; }

    public static LogReader Read(byte[] bytes)
    {
        var reader = new LogReader(bytes);
        if (bytes.Length >= LogFormat.HeaderLength && BinaryPrimitives.ReadInt64LittleEndian(bytes) == LogFormat.Header)
            reader.ReadRecords();
        else
            reader.IsUnknown = bytes.Length >= LogFormat.HeaderLength;
        return reader;
    }

    /// <summary>The payload of a record that was read.</summary>
    public ReadOnlySpan<byte> Payload(int start) =>
        _bytes.AsSpan(start, BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(start - LogFormat.FrameLength)));

    /// <summary>Where the payload of each good record begins, in the order in which they were written.</summary>
    public IEnumerable<int> Records()
    {
        int length;
        for (int start = LogFormat.HeaderLength + LogFormat.FrameLength; start <= GoodLength; start += length + LogFormat.FrameLength)
        {
            yield return start;
            length = Payload(start).Length;
        }
    }

    public string Word(int id)
    {
        ReadOnlySpan<byte> payload = Payload(Words[id]);
        int length = BinaryPrimitives.ReadInt32LittleEndian(payload[sizeof(int)..]);
        return Encoding.UTF8.GetString(payload.Slice(2 * sizeof(int), length));
    }

    private void ReadRecords()
    {
        int at = LogFormat.HeaderLength;
        while (_bytes.Length - at > LogFormat.FrameLength)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
            uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at + sizeof(int)));
            int start = at + LogFormat.FrameLength;
            if (length is < 2 * sizeof(int) or > LogFormat.MaxPayload || (length & 3) != 0 || length > _bytes.Length - start)
                break;
            ReadOnlySpan<byte> payload = _bytes.AsSpan(start, length);
            if ((uint)Checksum.Of(payload) != checksum || !Accept(LogFormat.Numbers(payload), start))
                break;
            at = start + length;
        }

        GoodLength = at;
    }

    private bool Accept(ReadOnlySpan<int> numbers, int start)
    {
        switch ((LogRecordKind)numbers[0])
        {
            case LogRecordKind.Path when IsText(numbers):
                string path = Encoding.UTF8.GetString(MemoryMarshal.AsBytes(numbers[2..])[..numbers[1]]);
                if (Paths.TryGet(path, out _))
                    return false;
                Paths.Add(path);
                return true;
            case LogRecordKind.Word when IsText(numbers):
                Words.Add(start);
                return true;
            case LogRecordKind.Version when numbers.Length == 7 && (uint)numbers[1] < (uint)Paths.Count:
                var digest = new Hash128((ulong)LoggedAction.Long(numbers[3..]), (ulong)LoggedAction.Long(numbers[5..]));
                Versions.Add(numbers[1], new FileContent((FileType)(numbers[2] & 0xff), (numbers[2] & 256) != 0, digest));
                return true;
            case LogRecordKind.Stamp when numbers.Length == 10 && (uint)numbers[1] < (uint)Versions.Count:
                bool replaced = Versions.SetStamp(numbers[1], new FileStamp(
                    LoggedAction.Long(numbers[2..]),
                    LoggedAction.Long(numbers[4..]),
                    LoggedAction.Long(numbers[6..]),
                    (ulong)LoggedAction.Long(numbers[8..])));
                DeadBytes += replaced ? numbers.Length * sizeof(int) : 0;
                return true;
            case LogRecordKind.Action when IsAction(numbers):
                int primary = Versions.PathOf(new LoggedAction(MemoryMarshal.AsBytes(numbers)).Outputs[0]);
                Forget(primary);
                Actions[primary] = start;
                return true;
            case LogRecordKind.Removed when numbers.Length == 2:
                Forget(numbers[1]);
                return Actions.Remove(numbers[1]);
            default:
                return false;
        }
    }

    private static bool IsText(ReadOnlySpan<int> numbers) => numbers[1] >= 0 && numbers[1] <= (numbers.Length - 2) * sizeof(int);

    /// <summary>Its lists fill it exactly. The ids in them are under the checksum and were good when written.</summary>
    private bool IsAction(ReadOnlySpan<int> numbers)
    {
        if (numbers.Length <= LoggedAction.FixedNumbers || numbers[8] < 1)
            return false;
        long total = LoggedAction.FixedNumbers;
        for (int i = 8; i < LoggedAction.FixedNumbers; i++)
            total += numbers[i] >= 0 ? numbers[i] : int.MaxValue;
        return total == numbers.Length && (uint)numbers[LoggedAction.FixedNumbers] < (uint)Versions.Count;
    }

    private void Forget(int primary)
    {
        if (Actions.TryGetValue(primary, out int old))
            DeadBytes += Payload(old).Length;
    }
}
