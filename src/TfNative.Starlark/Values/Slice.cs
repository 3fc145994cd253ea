namespace TfNative.Starlark;

/// <summary><c>x[from:to:step]</c></summary>
internal static class Slice
{
    public static Value Of(Value operand, Value from, Value to, Value step)
    {
        switch (operand.Ref)
        {
            case string text:
                Bounds bounds = Resolve(from, to, step, text.Length);
                return bounds.Step == 1
                    ? text.Substring((int)bounds.Start, (int)bounds.Count)
                    : string.Create((int)bounds.Count, (text, bounds), static (target, s) =>
                    {
                        for (int i = 0; i < target.Length; i++)
                            target[i] = s.text[s.bounds.At(i)];
                    });
            case StarlarkList list:
                return StarlarkList.Wrap(Pick(list.Span, Resolve(from, to, step, list.Count)));
            case StarlarkTuple tuple:
                return StarlarkTuple.Wrap(Pick(tuple.Span, Resolve(from, to, step, tuple.Count)));
            case StarlarkBytes bytes:
                return new StarlarkBytes(Pick(bytes.Span, Resolve(from, to, step, bytes.Length)));
            case StarlarkRange range:
                Bounds part = Resolve(from, to, step, range.LongLength);
                return new StarlarkRange(range.At(part.Start), range.At(part.End), range.Step * part.Step);
            default:
                throw StarlarkException.Create($"invalid slice operand: {operand.TypeName}");
        }
    }

    private static T[] Pick<T>(ReadOnlySpan<T> items, Bounds bounds)
    {
        if (bounds.Step == 1)
            return items.Slice((int)bounds.Start, (int)bounds.Count).ToArray();
        var result = new T[bounds.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = items[bounds.At(i)];
        return result;
    }

    private static Bounds Resolve(Value from, Value to, Value stepValue, long length)
    {
        long step = stepValue.IsNone ? 1 : Indexing.Bound(stepValue, "slice step");
        if (step == 0)
            throw StarlarkException.Create("slice step cannot be zero");
        // A step beyond the length takes one element; bounding it keeps the arithmetic in range.
        step = Math.Clamp(step, -(length + 1), length + 1);
        long low = step > 0 ? 0 : -1, high = step > 0 ? length : length - 1;
        long start = from.IsNone ? (step > 0 ? low : high) : Clamp(Indexing.Bound(from, "start"), length, low, high);
        long end = to.IsNone ? (step > 0 ? high : low) : Clamp(Indexing.Bound(to, "stop"), length, low, high);
        long count = step > 0 ? (end - start + step - 1) / step : (start - end - step - 1) / -step;
        count = Math.Max(0, count);
        return new Bounds(count == 0 ? Math.Min(start, length) : start, count == 0 ? Math.Min(start, length) : end, count, step);
    }

    private static long Clamp(long index, long length, long low, long high) =>
        Math.Clamp(index < 0 ? index + length : index, low, high);

    private readonly record struct Bounds(long Start, long End, long Count, long Step)
    {
        public int At(int index) => (int)(Start + (index * Step));
    }
}
