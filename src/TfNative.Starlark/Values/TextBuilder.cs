using System.Text;

namespace TfNative.Starlark;

/// <summary>Builds the text of a value, no longer than the evaluation allows.</summary>
internal static class TextBuilder
{
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
}
