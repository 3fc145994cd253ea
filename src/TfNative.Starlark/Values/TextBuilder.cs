using System.Text;

namespace TfNative.Starlark;

/// <summary>Builds texts, no longer than the evaluation allows, in a buffer that the OS thread keeps.</summary>
internal static class TextBuilder
{
    private const int LargestKept = 4096;

    [ThreadStatic]
    private static StringBuilder? spare;

    public static string Build<T>(T value, Action<T, StringBuilder> append)
    {
        int depth = Recursion.PrintDepth;
        var text = new StringBuilder(64, Math.Max(64, Limits.Current.MaxStringLength));
        try
        {
            append(value, text);
            return text.ToString();
        }
        catch (ArgumentOutOfRangeException) when (text.Length > text.MaxCapacity / 2)
        {
            throw Limits.StringTooLong();
        }
        finally
        {
            Recursion.ResetPrint(depth);
        }
    }

    /// <summary>An empty buffer; give it back with <see cref="Finish"/>, or lose it in an exception.</summary>
    public static StringBuilder Rent()
    {
        StringBuilder? buffer = spare;
        if (buffer is null)
            return new StringBuilder(256);
        spare = null;
        return buffer;
    }

    /// <summary>The text of a rented buffer.</summary>
    public static string Finish(StringBuilder buffer)
    {
        Limits.CheckStringLength(buffer.Length);
        string text = buffer.ToString();
        if (buffer.Capacity <= LargestKept)
        {
            buffer.Clear();
            spare = buffer;
        }
        return text;
    }
}
