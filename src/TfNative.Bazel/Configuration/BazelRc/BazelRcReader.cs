using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Reads .bazelrc files and those that they import (https://bazel.build/run/bazelrc).</summary>
internal sealed class BazelRcReader(string workspace, IFileSystem files)
{
    private readonly List<BazelRcLine> lines = [];
    private readonly List<string> open = [];

    /// <param name="path">Absolute.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.BazelRc"/>: no such file, a circle of imports, an open quotation.</exception>
    public IReadOnlyList<BazelRcLine> Read(string path)
    {
        ReadFile(path, null);
        return lines;
    }

    private void ReadFile(string path, Location? importedAt)
    {
        if (!files.FileExists(path))
            throw new BazelException(BazelErrorCode.BazelRc, $"there is no file {path}", importedAt);
        if (open.Contains(path))
            throw new BazelException(BazelErrorCode.BazelRc, $"{path} imports itself: {string.Join(" -> ", [.. open, path])}", importedAt);
        open.Add(path);
        string[] physical = files.ReadAllText(path).Split('\n');
        for (int i = 0; i < physical.Length; i++)
        {
            int number = i + 1;
            string line = physical[i].TrimEnd('\r');
            while (line.EndsWith('\\') && i + 1 < physical.Length)
                line = line[..^1] + physical[++i].TrimEnd('\r');
            ReadLine(line, path, number);
        }

        open.RemoveAt(open.Count - 1);
    }

    private void ReadLine(string line, string path, int number)
    {
        var location = new Location(path, number, 1);
        IReadOnlyList<string> words = Words(line, location);
        if (words.Count == 0)
            return;
        if (words[0] is "import" or "try-import")
        {
            string file = words.Count < 2 ? "" : words[1].Replace("%workspace%", workspace, StringComparison.Ordinal);
            file = Path.GetFullPath(file, workspace);
            if (words[0] == "import" || files.FileExists(file))
                ReadFile(file, location);
            return;
        }

        int colon = words[0].IndexOf(':', StringComparison.Ordinal);
        lines.Add(colon < 0
            ? new(words[0], "", [.. words.Skip(1)], path, number)
            : new(words[0][..colon], words[0][(colon + 1)..], [.. words.Skip(1)], path, number));
    }

    private static IReadOnlyList<string> Words(string line, Location location)
    {
        try
        {
            return [.. ShellTokenizer.Tokenize(WithoutComment(line))];
        }
        catch (ShellSyntaxException e)
        {
            throw new BazelException(BazelErrorCode.BazelRc, e.Message, location, inner: e);
        }
    }

    /// <summary>A # begins a comment at the beginning of a line or after a blank, outside of quotations.</summary>
    private static string WithoutComment(string line)
    {
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '\\')
                i++;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
                return line[..i];
        }

        return line;
    }
}
