using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TfNative.Bazel;

/// <summary>
/// Reads unified diffs, plain ones and git's. What stands between them, such as a mail's text, is passed over as GNU
/// patch does.
/// </summary>
internal sealed partial class PatchParser
{
    /// <summary>GNU patch takes so many missing last lines for blank ones that an editor has cut off.</summary>
    private const int MostLinesCutOff = 3;

    private const string DevNull = "/dev/null";

    private readonly string patch;
    private readonly string[] lines;
    private readonly List<FilePatch> files = [];
    private FilePatch? current;
    private int next;

    // As GNU patch: a patch that was sent through Windows still applies to Unix files.
    private bool dropsCarriageReturns;

    private PatchParser(string text, string patch)
    {
        this.patch = patch;
        lines = SplitLines(text);
    }

    /// <param name="text">The patch; each character a byte of it.</param>
    /// <param name="patch">Its name, for errors.</param>
    /// <exception cref="PatchException">It is malformed, or no patch at all.</exception>
    public static IReadOnlyList<FilePatch> Parse(string text, string patch)
    {
        var parser = new PatchParser(text, patch);
        parser.ParseAll();
        return parser.files;
    }

    /// <summary>Lines with their ends.</summary>
    public static string[] SplitLines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private void ParseAll()
    {
        while (next < lines.Length)
        {
            string line = lines[next].TrimEnd('\r', '\n');
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
                StartGitFile(line);
            else if (line.StartsWith("--- ", StringComparison.Ordinal) && NextStartsWith("+++ "))
                ReadNames(line);
            else if (current is not null && HunkHeader().Match(line) is { Success: true } header)
                current.Hunks.Add(ReadHunk(header));
            else if (line.StartsWith("***************", StringComparison.Ordinal))
                throw Error(next, "this is a context diff; only unified diffs (diff -u) are understood");
            else if (current is { IsGit: true, Hunks.Count: 0 })
                ReadGitHeader(current, line);
            next++;
        }

        if (files.Count == 0)
            throw Error(0, "no unified diff was found in it");
    }

    private bool NextStartsWith(string prefix) =>
        next + 1 < lines.Length && lines[next + 1].StartsWith(prefix, StringComparison.Ordinal);

    private void StartGitFile(string line)
    {
        Match names = GitNames().Match(line);
        current = new FilePatch
        {
            Line = next + 1,
            IsGit = true,
            OldPath = names.Success ? Unquote(names.Groups["old"].Value) : null,
            NewPath = names.Success ? Unquote(names.Groups["new"].Value) : null,
        };
        files.Add(current);
    }

    private void ReadNames(string line)
    {
        // A plain diff, or a second one below git's header.
        if (current is not { IsGit: true, Hunks.Count: 0 })
            files.Add(current = new FilePatch { Line = next + 1 });
        dropsCarriageReturns = lines[next].EndsWith("\r\n", StringComparison.Ordinal);
        current.OldPath = Name(line[4..]);
        current.NewPath = Name(lines[++next].TrimEnd('\r', '\n')[4..]);
        current.IsNew |= current.OldPath is null;
        current.IsDeleted |= current.NewPath is null;
    }

    private void ReadGitHeader(FilePatch file, string line)
    {
        if (After("new file mode ") is { } created)
            (file.IsNew, file.IsExecutable) = (true, IsExecutable(created));
        else if (After("new mode ") is { } mode)
            file.IsExecutable = IsExecutable(mode);
        else if (After("deleted file mode ") is not null)
            file.IsDeleted = true;
        else if (After("rename from ") is { } renamed)
            file.MovedFrom = Unquote(renamed);
        else if (After("copy from ") is { } copied)
            (file.MovedFrom, file.IsCopy) = (Unquote(copied), true);
        else if ((After("rename to ") ?? After("copy to ")) is { } target)
            file.MovedTo = Unquote(target);
        else if (line == "GIT binary patch" || line.StartsWith("Binary files ", StringComparison.Ordinal))
            throw Error(next, $"it changes the binary file '{file.NewPath}', which cannot be patched");

        string? After(string prefix) => line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : null;
    }

    private bool IsExecutable(string mode) => mode == "120000"
        ? throw Error(next, "it makes a symbolic link, which cannot be patched")
        : mode.EndsWith("755", StringComparison.Ordinal);

    private PatchHunk ReadHunk(Match header)
    {
        int headerLine = next + 1;
        int oldStart = Number("oldStart", 0);
        int oldLeft = Number("oldCount", 1);
        int newLeft = Number("newCount", 1);

        // Without old lines the number is that of the line to append to.
        if (oldLeft == 0)
            oldStart++;
        var body = new List<PatchHunk.HunkLine>();
        while (oldLeft > 0 || newLeft > 0)
        {
            PatchHunk.HunkLine line = ReadHunkLine(headerLine, Math.Max(oldLeft, newLeft));
            body.Add(line);
            if (line.Kind != '+')
                oldLeft--;
            if (line.Kind != '-')
                newLeft--;
            if (oldLeft < 0 || newLeft < 0)
                throw Error(next, $"the hunk that starts in line {headerLine} has not as many lines as its header says");
        }

        return new PatchHunk(current!.Hunks.Count + 1, headerLine, oldStart, body);

        int Number(string group, int absent) => header.Groups[group].Success
            ? int.Parse(header.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture)
            : absent;
    }

    private PatchHunk.HunkLine ReadHunkLine(int headerLine, int left)
    {
        if (++next >= lines.Length)
        {
            return left <= MostLinesCutOff
                ? new PatchHunk.HunkLine(' ', "\n")
                : throw Error(lines.Length - 1, $"it ends within the hunk that starts in line {headerLine}");
        }

        string line = dropsCarriageReturns ? lines[next].Replace("\r\n", "\n", StringComparison.Ordinal) : lines[next];

        // Editors and mail programs cut the one space off blank lines.
        if (line is "\n" or "\r\n")
            return new PatchHunk.HunkLine(' ', line);
        if (line[0] is not (' ' or '-' or '+'))
            throw Error(next, $"a line of the hunk that starts in line {headerLine} begins with none of ' ', '-', '+'");
        string text = line[1..];
        if (next + 1 < lines.Length && lines[next + 1].StartsWith('\\'))
        {
            next++;
            text = text.TrimEnd('\n');
        }
        else if (!text.EndsWith('\n'))
        {
            text += "\n";
        }

        return new PatchHunk.HunkLine(line[0], text);
    }

    /// <summary>The name of a file after <c>---</c> or <c>+++</c>; null for none.</summary>
    private static string? Name(string text)
    {
        if (text.StartsWith('"'))
            return Unquote(text);
        int tab = text.IndexOf('\t');
        string name = tab < 0 ? text.TrimEnd() : text[..tab];

        // diff -N writes the name of a file that is not there with the beginning of time.
        bool isNowhere = name == DevNull || (tab >= 0 && BeginningOfTime().IsMatch(text[tab..]));
        return isNowhere ? null : DecodeName(name);
    }

    /// <summary>Names with unusual characters stand in quotes, as C writes them.</summary>
    private static string Unquote(string name)
    {
        if (!name.StartsWith('"'))
            return DecodeName(name);
        int close = name.LastIndexOf('"');
        string text = CEscape().Replace(name[1..Math.Max(1, close)], match => match.Groups[1].Value switch
        {
            "n" => "\n",
            "t" => "\t",
            { Length: 3 } octal => ((char)Convert.ToInt32(octal, 8)).ToString(),
            { } other => other,
        });
        return DecodeName(text);
    }

    /// <summary>The patch is read byte by byte; names are UTF-8.</summary>
    private static string DecodeName(string name) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(name));

    private PatchException Error(int line, string message) => new(patch, line + 1, message);

    [GeneratedRegex(@"^@@ -(?<oldStart>\d+)(?:,(?<oldCount>\d+))? \+\d+(?:,(?<newCount>\d+))? @@")]
    private static partial Regex HunkHeader();

    [GeneratedRegex("""^diff --git (?<old>"(?:[^"\\]|\\.)*"|a/.*|\S+) (?<new>"(?:[^"\\]|\\.)*"|b/.*|\S+)$""")]
    private static partial Regex GitNames();

    [GeneratedRegex(@"^\t(1970-01-01|1969-12-31)[ T]\d\d:\d\d")]
    private static partial Regex BeginningOfTime();

    [GeneratedRegex(@"\\([0-7]{3}|.)")]
    private static partial Regex CEscape();
}
