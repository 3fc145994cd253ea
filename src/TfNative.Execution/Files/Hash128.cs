using System.Runtime.InteropServices;

namespace TfNative.Execution;

/// <summary>A 128-bit hash. Not .NET's UInt128: methods that have one cannot be compiled ahead of time, and compiling at
/// run time is most of a check that finds nothing to do.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Hash128(ulong low, ulong high) : IEquatable<Hash128>
{
    public ulong Low { get; } = low;

    public ulong High { get; } = high;

    public static bool operator ==(Hash128 a, Hash128 b) => a.Equals(b);

    public static bool operator !=(Hash128 a, Hash128 b) => !a.Equals(b);

    public bool Equals(Hash128 other) => Low == other.Low && High == other.High;

    public override bool Equals(object? obj) => obj is Hash128 other && Equals(other);

    public override int GetHashCode() => (int)Low;

    public override string ToString() => $"{High:x16}{Low:x16}";
}
