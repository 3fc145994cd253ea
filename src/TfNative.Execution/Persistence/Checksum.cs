using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TfNative.Execution;

/// <summary>
/// Tells whether bytes that we wrote are still those, or a folder's entries those that we saw. Not a hash for content:
/// multiplication and shift over 8 bytes at a time, each step of which is reversible, so that a single damaged word always
/// shows. XxHash3 is faster once compiled, but is compiled at run time for the machine's vectors, and then a first check in a
/// process waits for the compiler.
/// </summary>
internal sealed class Checksum
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The sum of all that was added, in that order.</summary>
    public ulong Value { get; private set; } = Multiplier;

    /// <summary>The sum of some bytes, which is not that of adding them.</summary>
    /// <remarks>With pointers: in code that is compiled ahead of time every access to a span is a call.</remarks>
    public static unsafe ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong sum = (ulong)bytes.Length * Multiplier;
        fixed (byte* first = bytes)
        {
            byte* at = first, end = first + bytes.Length;
            for (; end - at >= sizeof(ulong); at += sizeof(ulong))
                sum = Step(sum, BitConverter.IsLittleEndian ? *(ulong*)at : BinaryPrimitives.ReverseEndianness(*(ulong*)at));
            for (; at < end; at++)
                sum = Step(sum, *at);
        }

        return sum;
    }

    public void Add(long number) => Value = Step(Value, (ulong)number);

    public void Add(string text) => Value = Step(Value, Of(MemoryMarshal.AsBytes(text.AsSpan())));

    private static ulong Step(ulong sum, ulong word)
    {
        sum = (sum ^ word) * Multiplier;
        return sum ^ (sum >> 32);
    }
}
