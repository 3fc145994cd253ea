using System.Buffers.Binary;

namespace TfNative.Execution;

/// <summary>
/// Tells whether bytes that we wrote are still those. Not a hash for content: multiplication and shift over 8 bytes at a
/// time, each step of which is reversible, so that a single damaged word always shows. XxHash3 is faster once compiled, but is
/// compiled at run time for the machine's vectors, and then a first check in a process waits for the compiler.
/// </summary>
internal static class Checksum
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong sum = (ulong)bytes.Length * Multiplier;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = Step(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte b in bytes)
            sum = Step(sum, b);
        return sum;
    }

    private static ulong Step(ulong sum, ulong word)
    {
        sum = (sum ^ word) * Multiplier;
        return sum ^ (sum >> 32);
    }
}
