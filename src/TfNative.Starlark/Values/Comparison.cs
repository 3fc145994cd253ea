namespace TfNative.Starlark;

/// <summary>Order of values: <c>&lt;</c> and sorting.</summary>
internal static class Comparison
{
    /// <summary><c>a == b</c> as an operator: comparing values that contain themselves is an error that shows them.</summary>
    public static bool AreEqual(Value a, Value b)
    {
        if (a.Ref is not StarlarkObject || b.Ref is not StarlarkObject)
            return a.Equals(b);
        try
        {
            return a.Equals(b);
        }
        catch (StarlarkException e) when (e.Code == StarlarkErrors.Nesting)
        {
            throw SelfReferential(a, b);
        }
    }

    /// <summary><see cref="Compare"/> as an operator.</summary>
    public static int CompareTop(Value a, Value b)
    {
        if (a.Ref is not StarlarkObject || b.Ref is not StarlarkObject)
            return Compare(a, b);
        try
        {
            return Compare(a, b);
        }
        catch (StarlarkException e) when (e.Code == StarlarkErrors.Nesting)
        {
            throw SelfReferential(a, b);
        }
    }

    private static StarlarkException SelfReferential(Value a, Value b) =>
        StarlarkException.Create(
            $"cannot compare self-referential or overly nested data structures {Shorten(a)} and {Shorten(b)}",
            StarlarkErrors.Nesting);

    private static string Shorten(Value value)
    {
        try
        {
            string text = value.Repr();
            return text.Length > 200 ? text[..200] + "..." : text;
        }
        catch (StarlarkException)
        {
            return value.TypeName;
        }
    }

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
        Recursion.Check();
        if (a.Ref is StarlarkObject left && left.CompareTo(b) is { } order)
            return order;
        if (b.Ref is StarlarkObject right && right.CompareTo(a) is { } reverse)
            return -reverse;
        throw StarlarkException.Create($"unsupported comparison: {a.TypeName} <=> {b.TypeName}");
    }
}
