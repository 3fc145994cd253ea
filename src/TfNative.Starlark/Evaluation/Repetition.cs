using System.Numerics;
using System.Text;

namespace TfNative.Starlark;

/// <summary><c>sequence * count</c></summary>
internal static class Repetition
{
    public static bool Of(Value sequence, Value count, out Value result)
    {
        result = default;
        if (sequence.Ref is not (string or StarlarkList or StarlarkTuple or StarlarkBytes))
            return false;
        // As in Bazel, nothing comes of an empty list however often, but strings want a count of 32 bits.
        bool none = sequence.Ref is StarlarkSequence items && count.TryGetBigInteger(out BigInteger exact) && (exact.Sign <= 0 || items.Count == 0);
        long times = 0;
        if (!none && (!count.TryGetInt(out times) || times is < int.MinValue or > int.MaxValue))
            throw StarlarkException.Create($"got {count} for repeat, want value in signed 32-bit range", StarlarkErrors.Limit);
        times = Math.Max(0, times);
        switch (sequence.Ref)
        {
            case string text:
                Check(text.Length, times, Limits.Current.MaxStringLength, "characters");
                result = text.Length == 0 || times == 0 ? "" : new StringBuilder(text.Length * (int)times).Insert(0, text, (int)times).ToString();
                return true;
            case StarlarkList list:
                result = StarlarkList.Wrap(Repeat(list.Span, times));
                return true;
            case StarlarkTuple tuple:
                result = StarlarkTuple.Wrap(Repeat(tuple.Span, times));
                return true;
            case StarlarkBytes bytes:
                Check(bytes.Length, times, Limits.Current.MaxStringLength, "bytes");
                result = new StarlarkBytes(Repeat(bytes.Span, times));
                return true;
            default:
                return false;
        }
    }

    private static void Check(int length, long times, int limit, string unit)
    {
        if (length * times > limit)
            throw StarlarkException.Create($"excessive repeat ({length} * {times} {unit})", StarlarkErrors.Limit);
    }

    private static T[] Repeat<T>(ReadOnlySpan<T> items, long times)
    {
        long size = items.Length * times;
        if (typeof(T) == typeof(Value))
            Check(items.Length, times, Limits.Current.MaxListLength, "elements");
        StarlarkThread.Current?.CountSteps(size >> 4);
        var result = new T[size];
        for (int i = 0; i < result.Length; i += items.Length)
            items.CopyTo(result.AsSpan(i));
        return result;
    }
}
