namespace TfNative.Tasks.Queries;

/// <summary>Shows a text of any length on the terminal, or puts it into a file and says so.</summary>
internal static class LongAnswer
{
    /// <param name="text">Lines that end with '\n'.</param>
    /// <param name="file">Absolute path; empty: the terminal.</param>
    /// <param name="show">Shows lines on the terminal.</param>
    public static void Give(string text, string file, Action<string> show)
    {
        if (file.Length == 0)
        {
            // In one piece, so that no message of another project gets between the lines.
            if (text.Length > 0)
                show(text.TrimEnd('\n'));
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        show($"{text.AsSpan().Count('\n')} lines in {file}");
    }
}
