using System.Text;

namespace TfNative.Execution;

/// <summary>The substitutions of a template as a script for sed, for builds without this program. Keys with line
/// breaks, which sed does not see in one line, are not replaced.</summary>
internal static class SedScript
{
    public static byte[] Of(ExpandTemplateAction action)
    {
        var script = new StringBuilder();
        foreach ((string key, string value) in action.Substitutions.Where(s => s.Key.Length > 0))
            script.Append("s\u0001").Append(Quote(key, "\\[]*.^$")).Append('\u0001').Append(Quote(value, "\\&\n")).Append("\u0001g\n");
        return Encoding.UTF8.GetBytes(script.ToString());
    }

    private static string Quote(string text, string special)
    {
        var quoted = new StringBuilder();
        foreach (char c in text)
        {
            if (special.Contains(c))
                quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.ToString();
    }
}
