using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>XxHash128 over parts that cannot run into each other: every text is preceded by its length.</summary>
internal sealed class ContentHash
{
    private readonly XxHash128 _hash = new();

    public Hash128 Digest => Finish(_hash);

    public static Hash128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> result = stackalloc byte[16];
        XxHash128.Hash(bytes, result);
        return Read(result);
    }

    public static Hash128 OfFile(SafeFileHandle file)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            int read = RandomAccess.Read(file, buffer, 0);
            if (read < buffer.Length / 2 && RandomAccess.Read(file, buffer.AsSpan(read), read) == 0)
                return Of(buffer.AsSpan(0, read));
            var hash = new XxHash128();
            for (long at = 0; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read)
                hash.Append(buffer.AsSpan(0, read));
            return Finish(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public ContentHash Add(string text)
    {
        Add(text.Length);
        _hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }

    public ContentHash Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _hash.Append(bytes);
        return this;
    }

    public ContentHash Add(Hash128 digest) => Add((long)digest.Low).Add((long)digest.High);

    private static Hash128 Finish(XxHash128 hash)
    {
        Span<byte> result = stackalloc byte[16];
        hash.GetCurrentHash(result);
        return Read(result);
    }

    private static Hash128 Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
}
