using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TfNative.Starlark;

/// <summary>
/// The hash of strings in dicts: sixteen bytes per multiplication, in two lanes, keyed per process so that a hostile
/// file cannot choose colliding keys. Strings do not keep their hash in .NET, so lookups are as fast as this is.
/// </summary>
internal static class StringHash
{
    private const ulong First = 0xA0761D6478BD642FUL;
    private const ulong Second = 0xE7037ED1A0B428DBUL;

    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    public static int Of(string text)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text.AsSpan());
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        int length = bytes.Length;
        int i = 0;
        ulong a = Seed ^ (ulong)length, b = Seed;
        for (; i + 32 <= length; i += 32)
        {
            a = Fold(Read(ref start, i) ^ First, Read(ref start, i + 8) ^ a);
            b = Fold(Read(ref start, i + 16) ^ Second, Read(ref start, i + 24) ^ b);
        }
        if (length >= 16)
        {
            // The last 32 bytes may overlap what is hashed already.
            if (i + 16 <= length)
                a = Fold(Read(ref start, i) ^ First, Read(ref start, i + 8) ^ a);
            b = Fold(Read(ref start, length - 16) ^ Second, Read(ref start, length - 8) ^ b);
        }
        else
        {
            ulong low = 0, high = 0;
            if (length >= 8)
            {
                low = Read(ref start, 0);
                high = Read(ref start, length - 8);
            }
            else
            {
                foreach (char c in text)
                    low = (low << 16) | c;
            }
            a = Fold(low ^ First, high ^ a);
        }
        ulong hash = Fold(a ^ Second, b ^ First);
        return (int)(hash ^ (hash >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x, ulong y)
    {
        ulong high = Math.BigMul(x, y, out ulong low);
        return high ^ low;
    }
}
