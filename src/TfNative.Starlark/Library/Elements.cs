namespace TfNative.Starlark;

/// <summary>The elements of an iterable argument as an array of their own, counted against the limits.</summary>
internal static class Elements
{
    public static Value[] ToArray(in CallContext c, int parameter)
    {
        if (c[parameter].Ref is not StarlarkObject target || target.Iterate() is null)
            throw c.WrongType(parameter, "iterable");
        return ToArray(c[parameter]);
    }

    public static StarlarkList ToList(in CallContext c, int parameter) => StarlarkList.Wrap(ToArray(c, parameter));

    public static Value[] ToArray(Value iterable)
    {
        int length = (iterable.Ref as StarlarkObject)?.Length ?? -1;
        if (length > 0)
        {
            Limits.CheckListLength(length);
            StarlarkThread.Current?.CountSteps(length >> 3);
        }
        switch (iterable.Ref)
        {
            case StarlarkSequence sequence:
                return sequence.Span.ToArray();
            case StarlarkRange range:
                var numbers = new Value[range.LongLength];
                for (int i = 0; i < numbers.Length; i++)
                    numbers[i] = range.At(i);
                return numbers;
        }
        var items = new List<Value>(Math.Max(0, length));
        foreach (Value item in iterable.Iterate())
        {
            items.Add(item);
            Limits.CheckListLength(items.Count);
        }
        return [.. items];
    }
}
