using System.Numerics;
using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Any Starlark value, in 16 bytes: an object and 64 bits beside it. None, bools, ints of up to 64 bits and floats
/// need no object of their own; for them the object is a tag that says what the bits are.
/// </summary>
/// <remarks>
/// The default is None. <see cref="Unbound"/> is no Starlark value: it means "no argument was given" or "not assigned".
/// </remarks>
public readonly partial struct Value : IEquatable<Value>
{
    internal readonly object? Ref;
    internal readonly long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value(object? reference, long bits)
    {
        Ref = reference;
        Bits = bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value(object? reference)
    {
        Ref = reference;
        Bits = 0;
    }

    public static Value None => default;

    public static Value True => new(ValueTag.Bool, 1);

    public static Value False => new(ValueTag.Bool, 0);

    public static Value Unbound => new(ValueTag.Unbound);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromInt(long value) => new(ValueTag.Int, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromBool(bool value) => new(ValueTag.Bool, value ? 1 : 0);

    public static Value FromDouble(double value) => new(ValueTag.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>An int of any size; small ones take the same form as <see cref="FromInt"/>'s.</summary>
    public static Value FromBigInteger(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? FromInt((long)value) : new Value(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value FromString(string value) => new((object)value);

    /// <summary>
    /// The same value; a string carries its hash from now on, in the bits that a string has no other use for. Dict keys
    /// and literals are so, and variables after their first use as a key: .NET strings do not keep their hash.
    /// </summary>
    internal Value WithHash(int hash) => Ref is string ? new Value(Ref, (1L << 32) | (uint)hash) : this;

    internal static Value FromCell(Cell cell) => new((object)cell);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromObject(StarlarkObject? value) => new((object?)value);

    public static implicit operator Value(string? value) => new((object?)value);

    public static implicit operator Value(bool value) => FromBool(value);

    public static implicit operator Value(int value) => FromInt(value);

    public static implicit operator Value(long value) => FromInt(value);

    public static implicit operator Value(double value) => FromDouble(value);

    public static implicit operator Value(BigInteger value) => FromBigInteger(value);

    /// <summary>A null object gives None.</summary>
    public static implicit operator Value(StarlarkObject? value) => FromObject(value);

    public bool IsNone => Ref is null;

    public bool IsUnbound => ReferenceEquals(Ref, ValueTag.Unbound);

    public bool IsString => Ref is string;

    public bool IsBool => ReferenceEquals(Ref, ValueTag.Bool);

    public bool IsFloat => ReferenceEquals(Ref, ValueTag.Float);

    /// <summary>Whether this is an int of any size.</summary>
    public bool IsInt => IsSmallInt || Ref is BigInteger;

    internal bool IsSmallInt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, ValueTag.Int);
    }

    /// <summary>
    /// Overwrites a slot. Writing a reference into the heap costs a garbage collector's barrier, which is saved when it
    /// stays the same, as it does when an int follows an int, and for ints in any case: their tag never moves.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(ref Value slot, Value value)
    {
        if (ReferenceEquals(slot.Ref, value.Ref))
            Unsafe.AsRef(in slot.Bits) = value.Bits;
        else if (value.IsSmallInt)
            slot = FromInt(value.Bits);
        else
            slot = value;
    }

    /// <inheritdoc cref="Store(ref Value, Value)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(ref Value slot, long value)
    {
        if (slot.IsSmallInt)
            Unsafe.AsRef(in slot.Bits) = value;
        else
            slot = FromInt(value);
    }

    internal bool IsNumber => IsInt || IsFloat;

    internal double AsDouble => BitConverter.Int64BitsToDouble(Bits);

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The string, or null if this is none.</summary>
    public string? AsString() => Ref as string;

    /// <summary>The object of that type (StarlarkList, a host's type, ...), or null if this is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? As<T>()
        where T : class => Ref as T;

    public bool TryGet([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = Ref as string;
        return value is not null;
    }

    public bool TryGet(out bool value)
    {
        value = Bits != 0;
        return IsBool;
    }

    /// <summary>Whether this is an int that fits 64 bits.</summary>
    public bool TryGetInt(out long value)
    {
        value = Bits;
        return IsSmallInt;
    }

    /// <summary>Whether this is an int, of any size.</summary>
    public bool TryGetBigInteger(out BigInteger value)
    {
        value = IsSmallInt ? Bits : Ref is BigInteger big ? big : BigInteger.Zero;
        return IsInt;
    }

    public bool TryGetDouble(out double value)
    {
        value = IsFloat ? AsDouble : 0;
        return IsFloat;
    }
}
