using System.Text;

namespace TfNative.Execution;

/// <summary>Works out what a program is really called with, and what goes into its response files.</summary>
public static class ParamFileWriter
{
    /// <summary>The text of a response file.</summary>
    /// <param name="arguments">What stands in it.</param>
    /// <param name="format">How each argument is written.</param>
    public static string Text(ReadOnlySpan<string> arguments, ParamFileFormat format)
    {
        var text = new StringBuilder();
        foreach (string argument in arguments)
        {
            switch (format)
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

        if (format == ParamFileFormat.FlagPerLine)
            text.Append('\n');
        return text.ToString();
    }

    /// <summary>The arguments with each response file's part replaced by the flag that names it.</summary>
    /// <param name="action">Whose arguments they are.</param>
    /// <param name="expansion">What folders stand for.</param>
    internal static string[] Arguments(SpawnAction action, ArgumentExpansion expansion)
    {
        string[] all = action.CommandLine.ToArray();
        if (action.ParamFiles.IsEmpty)
            return DirectoryArguments.Expand(all, 0, all.Length, action.Directories, expansion);
        var result = new List<string>();
        int at = 0;
        foreach (ParamFile file in action.ParamFiles)
        {
            result.AddRange(DirectoryArguments.Expand(all, at, file.First, action.Directories, expansion));
            result.Add(file.Flag.Replace("{0}", file.ExecPath, StringComparison.Ordinal));
            at = file.First + file.Count;
        }

        result.AddRange(DirectoryArguments.Expand(all, at, all.Length, action.Directories, expansion));
        return [.. result];
    }

    internal static byte[] Content(SpawnAction action, ParamFile file, ArgumentExpansion expansion) =>
        Encoding.UTF8.GetBytes(Text(
            DirectoryArguments.Expand(action.CommandLine.ToArray(), file.First, file.First + file.Count, action.Directories, expansion), file.Format));

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
