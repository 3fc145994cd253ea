using System.Text;

namespace TfNative.Starlark;

/// <summary><c>sequence * count</c></summary>
internal static class Repetition
{
    public static bool Of(Value sequence, Value count, out Value result)
    {
        long times = count.TryGetInt(out long small) ? Math.Max(0, small) : Numbers.Big(count).Sign < 0 ? 0 : long.MaxValue / 4;
        switch (sequence.Ref)
        {
            case string text:
                Limits.CheckStringLength(Size(text.Length, times));
                result = text.Length == 0 || times == 0 ? "" : new StringBuilder(text.Length * (int)times).Insert(0, text, (int)times).ToString();
                return true;
            case StarlarkList list:
                result = StarlarkList.Wrap(Repeat(list.Span, times));
                return true;
            case StarlarkTuple tuple:
                result = StarlarkTuple.Wrap(Repeat(tuple.Span, times));
                return true;
            case StarlarkBytes bytes:
                Limits.CheckStringLength(Size(bytes.Length, times));
                result = new StarlarkBytes(Repeat(bytes.Span, times));
                return true;
            default:
                result = default;
                return false;
        }
    }

    private static long Size(int length, long times) => length == 0 ? 0 : (long)Int128.Min((Int128)length * times, long.MaxValue);

    private static T[] Repeat<T>(ReadOnlySpan<T> items, long times)
    {
        long size = Size(items.Length, times);
        Limits.CheckListLength(size);
        StarlarkThread.Current?.CountSteps(size >> 4);
        var result = new T[size];
        for (int i = 0; i < result.Length; i += items.Length)
            items.CopyTo(result.AsSpan(i));
        return result;
    }
}
