namespace TfNative.Starlark;

/// <summary>Order of values: <c>&lt;</c> and sorting.</summary>
internal static class Comparison
{
    /// <summary>Negative, zero or positive; values without an order are an error.</summary>
    public static int Compare(Value a, Value b)
    {
        if (a.IsSmallInt && b.IsSmallInt)
            return a.Bits.CompareTo(b.Bits);
        if (a.Ref is string x && b.Ref is string y)
            return string.CompareOrdinal(x, y);
        if (a.IsNumber && b.IsNumber)
            return Numbers.Compare(a, b);
        if (a.IsBool && b.IsBool)
            return a.Bits.CompareTo(b.Bits);
        if (a.Ref is StarlarkObject left && left.CompareTo(b) is { } order)
            return order;
        if (b.Ref is StarlarkObject right && right.CompareTo(a) is { } reverse)
            return -reverse;
        throw StarlarkException.Create($"unsupported comparison: {a.TypeName} <=> {b.TypeName}");
    }
}
