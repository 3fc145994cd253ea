using System.Text;

namespace TfNative.Execution;

/// <summary>Works out what a program is really called with, and what goes into its response files.</summary>
internal static class ParamFileWriter
{
    /// <summary>The arguments with each response file's part replaced by the flag that names it.</summary>
    public static string[] Arguments(SpawnAction action)
    {
        string[] all = action.CommandLine.ToArray();
        if (action.ParamFiles.IsEmpty)
            return all;
        var result = new List<string>();
        int at = 0;
        foreach (ParamFile file in action.ParamFiles)
        {
            result.AddRange(all[at..file.First]);
            result.Add(file.Flag.Replace("{0}", file.ExecPath, StringComparison.Ordinal));
            at = file.First + file.Count;
        }

        result.AddRange(all[at..]);
        return [.. result];
    }

    public static byte[] Content(SpawnAction action, ParamFile file)
    {
        var text = new StringBuilder();
        foreach (string argument in action.CommandLine.ToArray().AsSpan(file.First, file.Count))
        {
            switch (file.Format)
            {
                case ParamFileFormat.ShellQuoted:
                    text.Append(ShellQuote.Word(argument)).Append('\n');
                    break;
                case ParamFileFormat.GccQuoted:
                    text.Append(GccQuote(argument)).Append('\n');
                    break;
                case ParamFileFormat.FlagPerLine when text.Length > 0:
                    text.Append(argument.StartsWith("--", StringComparison.Ordinal) ? '\n' : ' ').Append(argument);
                    break;
                case ParamFileFormat.FlagPerLine:
                    text.Append(argument);
                    break;
                default:
                    text.Append(argument).Append('\n');
                    break;
            }
        }

        if (file.Format == ParamFileFormat.FlagPerLine)
            text.Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>libiberty's buildargv takes a backslash before any character as that character.</summary>
    private static string GccQuote(string argument)
    {
        if (argument.Length == 0)
            return "\"\"";
        var quoted = new StringBuilder(argument.Length + 8);
        foreach (char c in argument)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '"' or '\'' or '\\')
                quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.ToString();
    }
}
