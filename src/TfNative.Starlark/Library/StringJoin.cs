namespace TfNative.Starlark;

/// <summary>join</summary>
internal static class StringJoin
{
    public static Value Join(in CallContext c)
    {
        string separator = StringMethods.Self(c);
        // A copy unless the elements are a list's or tuple's own: they are walked twice.
        if (c[0].Ref is StarlarkSequence sequence)
            return Join(c, separator, sequence.Span);
        return Join(c, separator, Elements.ToArray(c, 0));
    }

    private static string Join(in CallContext c, string separator, ReadOnlySpan<Value> parts)
    {
        long length = (long)separator.Length * Math.Max(0, parts.Length - 1);
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Ref is not string part)
                throw c.Error($"expected string for sequence element {i}, got {parts[i].Repr()} of type {parts[i].TypeName}");
            length += part.Length;
        }
        Limits.CheckStringLength(length);
        if (parts.Length == 1)
            return (string)parts[0].Ref!;
        if (length == 0)
            return "";
        string result = new('\0', (int)length);
        // The string is not seen by anyone before it is filled.
        Span<char> target = System.Runtime.InteropServices.MemoryMarshal.AsMemory(result.AsMemory()).Span;
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                separator.CopyTo(target);
                target = target[separator.Length..];
            }
            string part = (string)parts[i].Ref!;
            part.CopyTo(target);
            target = target[part.Length..];
        }
        return result;
    }
}
