using System.Buffers.Binary;
using System.Text;

namespace TfNative.Execution;

/// <summary>Reads what <see cref="GraphBytes"/> wrote. Strings are made when first asked for: a build in which nothing
/// is stale needs no argument of any command.</summary>
internal sealed class GraphBytesReader
{
    private readonly byte[] _bytes;
    private readonly int _ends;
    private readonly int _texts;
    private readonly string?[] _strings;

    /// <param name="bytes">The file.</param>
    /// <param name="start">Where the part that <see cref="GraphBytes.ToArray"/> gave begins.</param>
    public GraphBytesReader(byte[] bytes, int start)
    {
        _bytes = bytes;
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start));
        _strings = new string?[count];
        _ends = start + sizeof(int);
        _texts = _ends + (count * sizeof(int));
        Position = Body = _texts + (count == 0 ? 0 : End(count - 1));
    }

    /// <summary>Where the body begins; positions in it are relative to this when they are written.</summary>
    public int Body { get; }

    public int Position { get; set; }

    public long Number()
    {
        ulong value = 0;
        int shift = 0;
        byte b;
        do
        {
            b = _bytes[Position++];
            value |= (ulong)(b & 0x7f) << shift;
            shift += 7;
        }
        while ((b & 0x80) != 0);
        return (long)value;
    }

    public int Count() => checked((int)Number());

    public string String() => StringAt(Count());

    public string? Optional() => Number() == 0 ? null : String();

    public Hash128 Digest()
    {
        ReadOnlySpan<byte> bytes = _bytes.AsSpan(Position, 16);
        Position += 16;
        return new Hash128(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    public ReadOnlyMemory<byte> Blob()
    {
        int length = Count();
        Position += length;
        return _bytes.AsMemory(Position - length, length);
    }

    public T[] List<T>(Func<T> read)
    {
        var items = new T[Count()];
        for (int i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    private string StringAt(int id)
    {
        if (_strings[id] is { } known)
            return known;
        int start = id == 0 ? 0 : End(id - 1);
        return _strings[id] = Encoding.UTF8.GetString(_bytes, _texts + start, End(id) - start);
    }

    private int End(int id) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(_ends + (id * sizeof(int))));
}
