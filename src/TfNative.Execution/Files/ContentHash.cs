using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>XxHash128 over parts that cannot run into each other: every text is preceded by its length.</summary>
internal sealed class ContentHash
{
    private readonly XxHash128 _hash = new();

    public UInt128 Digest => _hash.GetCurrentHashAsUInt128();

    public static UInt128 Of(ReadOnlySpan<byte> bytes) => XxHash128.HashToUInt128(bytes);

    public static UInt128 OfFile(SafeFileHandle file)
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
            return hash.GetCurrentHashAsUInt128();
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
        _hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));
        return this;
    }

    public ContentHash Add(UInt128 digest) => Add((long)(ulong)digest).Add((long)(ulong)(digest >> 64));

    public ContentHash Add(IEnumerable<string> texts)
    {
        int count = 0;
        foreach (string text in texts)
        {
            Add(text);
            count++;
        }

        return Add(count);
    }
}
