using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TfNative.Execution;

/// <summary>
/// The build log's bytes: a header, then records. A record is the length of its payload, a checksum of the payload,
/// and the payload padded to 4 bytes, so that lists of numbers can be read where they lie. All numbers are little-endian 32-bit
/// unless said otherwise; ids count up from 0 in the order of the records that bring them in.
/// </summary>
internal static class LogFormat
{
    /// <summary>Raised with every change of the format: an older log is not read but started over.</summary>
    public const int Version = 1;

    /// <summary>"TFNLOG" in ASCII and the version; a machine of the other byte order does not recognise it.</summary>
    public static readonly long Header = 0x474F4C4E4654 | ((long)Version << 48);

    public const int HeaderLength = sizeof(long);

    /// <summary>Length and checksum.</summary>
    public const int FrameLength = 2 * sizeof(int);

    public const int MaxPayload = 1 << 30;

    /// <summary>A payload as numbers. MemoryMarshal.Cast is the same, but compiled at run time.</summary>
    public static ReadOnlySpan<int> Numbers(ReadOnlySpan<byte> payload) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.As<byte, int>(ref MemoryMarshal.GetReference(payload)), payload.Length / sizeof(int));
}
