namespace TfNative.Execution;

/// <summary>Bytes that grow at the end. ArrayBufferWriter does the same, but is compiled at run time anew in every process.</summary>
internal sealed class ByteBuffer(int room)
{
    private byte[] _bytes = new byte[room];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>At least so many bytes behind the end, of any content; they count once <see cref="Advance"/> has said so.</summary>
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(Length + count)));
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Clear() => Length = 0;
}
