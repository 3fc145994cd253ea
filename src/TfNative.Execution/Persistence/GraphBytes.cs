using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TfNative.Execution;

/// <summary>Numbers and strings as the graph's file has them: numbers in 7-bit groups, a string as the number of
/// its place in a table.</summary>
internal sealed class GraphBytes
{
    private readonly ByteBuffer _body = new(1 << 16);
    private readonly ByteBuffer _texts = new(1 << 16);
    private readonly Dictionary<string, int> _strings = [];
    private readonly List<int> _ends = [];

    public int Position => _body.Length;

    public void Number(long value)
    {
        ulong rest = (ulong)value;
        Span<byte> bytes = _body.Room(10);
        int at = 0;
        for (; rest >= 0x80; rest >>= 7)
            bytes[at++] = (byte)(rest | 0x80);
        bytes[at++] = (byte)rest;
        _body.Advance(at);
    }

    public void String(string value)
    {
        if (!_strings.TryGetValue(value, out int id))
        {
            _strings.Add(value, id = _strings.Count);
            _texts.Advance(Encoding.UTF8.GetBytes(value, _texts.Room(Encoding.UTF8.GetMaxByteCount(value.Length))));
            _ends.Add(_texts.Length);
        }

        Number(id);
    }

    /// <summary>A string that may be null.</summary>
    public void Optional(string? value)
    {
        Number(value is null ? 0 : 1);
        if (value is not null)
            String(value);
    }

    public void Digest(Hash128 value)
    {
        Span<byte> bytes = _body.Room(16);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value.Low);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], value.High);
        _body.Advance(16);
    }

    public void Blob(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        bytes.CopyTo(_body.Room(bytes.Length));
        _body.Advance(bytes.Length);
    }

    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (T item in items)
            write(item);
    }

    /// <summary>String count, ends of the texts, texts, body.</summary>
    public byte[] ToArray()
    {
        int head = sizeof(int) * (1 + _ends.Count);
        byte[] result = new byte[head + _texts.Length + _body.Length];
        Span<int> numbers = MemoryMarshal.Cast<byte, int>(result.AsSpan(0, head));
        numbers[0] = _ends.Count;
        CollectionsMarshal.AsSpan(_ends).CopyTo(numbers[1..]);
        _texts.Written.CopyTo(result.AsSpan(head));
        _body.Written.CopyTo(result.AsSpan(head + _texts.Length));
        return result;
    }
}
