using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TfNative.Execution;

/// <summary>Builds records, several of which are then written in one go.</summary>
internal sealed class LogWriter
{
    private readonly ByteBuffer _bytes = new(4096);

    public ReadOnlySpan<byte> Written => _bytes.Written;

    public void Clear() => _bytes.Clear();

    public void Path(string path) => Text(LogRecordKind.Path, path);

    public void Word(string word) => Text(LogRecordKind.Word, word);

    public void Version(int path, in FileContent content)
    {
        Span<int> numbers = Record(LogRecordKind.Version, 6);
        numbers[1] = path;
        numbers[2] = (int)content.Type | (content.IsExecutable ? 256 : 0);
        Write(numbers[3..], (long)content.Digest.Low);
        Write(numbers[5..], (long)content.Digest.High);
        Seal(7);
    }

    public void Stamp(int version, in FileStamp stamp)
    {
        Span<int> numbers = Record(LogRecordKind.Stamp, 9);
        numbers[1] = version;
        Write(numbers[2..], stamp.Size);
        Write(numbers[4..], stamp.Modified);
        Write(numbers[6..], stamp.Changed);
        Write(numbers[8..], (long)stamp.Inode);
        Seal(10);
    }

    public void Removed(int primaryOutput)
    {
        Record(LogRecordKind.Removed, 1)[1] = primaryOutput;
        Seal(2);
    }

    public void Action(LoggedRun run, int[] arguments, int[] environment)
    {
        int[][] lists = [run.Outputs, run.Inputs, run.Discovered, arguments, environment];
        int count = LoggedAction.FixedNumbers + lists.Sum(list => list.Length);
        Span<int> numbers = Record(LogRecordKind.Action, count - 1);
        Write(numbers[1..], (long)run.CommandDigest.Low);
        Write(numbers[3..], (long)run.CommandDigest.High);
        numbers[5] = (int)run.Usage.Duration.TotalMilliseconds;
        numbers[6] = (int)run.Usage.CpuTime.TotalMilliseconds;
        numbers[7] = (int)(run.Usage.PeakMemoryBytes >> 10);
        int at = LoggedAction.FixedNumbers;
        for (int i = 0; i < lists.Length; i++)
        {
            numbers[8 + i] = lists[i].Length;
            lists[i].CopyTo(numbers[at..]);
            at += lists[i].Length;
        }

        Seal(count);
    }

    /// <summary>An action's record as it was, with its ids changed: for recompaction.</summary>
    public void Action(ReadOnlySpan<int> numbers)
    {
        numbers[1..].CopyTo(Record(LogRecordKind.Action, numbers.Length - 1)[1..]);
        Seal(numbers.Length);
    }

    private void Text(LogRecordKind kind, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        int padded = (length + 3) & ~3;
        Span<int> numbers = Record(kind, 1 + (padded / sizeof(int)));
        numbers[1] = length;
        Encoding.UTF8.GetBytes(text, MemoryMarshal.AsBytes(numbers[2..]));
        Seal(2 + (padded / sizeof(int)));
    }

    private static void Write(Span<int> numbers, long value)
    {
        numbers[0] = (int)value;
        numbers[1] = (int)(value >> 32);
    }

    /// <summary>Room for a record's kind and so many numbers more, all zero but the kind.</summary>
    private Span<int> Record(LogRecordKind kind, int numbers)
    {
        int length = LogFormat.FrameLength + ((1 + numbers) * sizeof(int));
        Span<byte> bytes = _bytes.Room(length)[..length];
        bytes.Clear();
        Span<int> payload = MemoryMarshal.Cast<byte, int>(bytes[LogFormat.FrameLength..]);
        payload[0] = (int)kind;
        return payload;
    }

    /// <summary>Adds the frame to the payload of so many numbers that now stands in the room.</summary>
    private void Seal(int numbers)
    {
        int length = numbers * sizeof(int);
        Span<byte> bytes = _bytes.Room(LogFormat.FrameLength + length)[..(LogFormat.FrameLength + length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[sizeof(int)..], (uint)Checksum.Of(bytes[LogFormat.FrameLength..]));
        _bytes.Advance(LogFormat.FrameLength + length);
    }
}
