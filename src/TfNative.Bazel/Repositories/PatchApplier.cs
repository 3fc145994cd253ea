using System.Text;

namespace TfNative.Bazel;

/// <summary>
/// Applies unified diffs to files in memory, with GNU patch's tolerance for moved and slightly changed context. Nothing
/// is changed where a part of the patch does not fit.
/// </summary>
/// <remarks>
/// <c>patch</c> is not needed where the build runs, and no library applies git's headers with GNU's fuzz. Files are taken
/// byte by byte, whatever their encoding.
/// </remarks>
public sealed class PatchApplier
{
    private readonly string patch;
    private readonly int strip;
    private readonly Func<string, byte[]?> read;
    private readonly Dictionary<string, PatchedFile> changed = new(StringComparer.Ordinal);

    private PatchApplier(string patch, int strip, Func<string, byte[]?> read)
    {
        this.patch = patch;
        this.strip = strip;
        this.read = read;
    }

    /// <param name="content">The patch.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="strip">How many leading folders of its paths to leave away: <c>patch -p</c>.</param>
    /// <param name="read">A file's bytes by its relative path, null where there is none.</param>
    /// <returns>The files that change, in the order of the patch, each once.</returns>
    /// <exception cref="PatchException">It is malformed, or a hunk does not fit: which, of which file, is said.</exception>
    public static IReadOnlyList<PatchedFile> Apply(byte[] content, string name, int strip, Func<string, byte[]?> read)
    {
        var applier = new PatchApplier(name, strip, read);
        foreach (FilePatch file in PatchParser.Parse(Encoding.Latin1.GetString(content), name))
            applier.Apply(file);
        return [.. applier.changed.Values];
    }

    private void Apply(FilePatch file)
    {
        (string from, string to) = Paths(file);
        byte[]? before = Current(from);
        if (before is null && !file.IsNew && !IsCreation(file))
            throw Error(file.Line, $"there is no file '{from}' to patch; are the paths right (strip level {strip})?");
        if (before is { Length: > 0 } && file.IsNew)
            throw Error(file.Line, $"it makes the file '{to}', which is there already");

        string text = ApplyHunks(file, from, Encoding.Latin1.GetString(before ?? []));
        if (file.IsDeleted && text.Length > 0)
            throw Error(file.Line, $"it removes the file '{from}', which has other lines than those that it removes");

        if (from != to && !file.IsCopy)
            changed[from] = new PatchedFile(from, Content: null);
        changed[to] = new PatchedFile(
            to,
            file.IsDeleted ? null : Encoding.Latin1.GetBytes(text),
            file.IsExecutable ?? changed.GetValueOrDefault(to)?.IsExecutable);
    }

    /// <summary>A patch without git's header that makes a file shows it only by its one hunk.</summary>
    private static bool IsCreation(FilePatch file) => file.Hunks is [{ Old.Count: 0, OldStart: 1 }];

    private byte[]? Current(string path) => changed.TryGetValue(path, out PatchedFile? file) ? file.Content : read(path);

    private (string From, string To) Paths(FilePatch file)
    {
        if (file is { MovedFrom: { } from, MovedTo: { } to })
            return (Stripped(file, from, Math.Max(0, strip - 1)), Stripped(file, to, Math.Max(0, strip - 1)));
        string?[] names = file.IsNew ? [file.NewPath] : file.IsDeleted ? [file.OldPath] : [file.OldPath, file.NewPath];
        string[] paths = names.OfType<string>().Select(name => Stripped(file, name, strip)).Distinct().ToArray();
        if (paths.Length == 0)
            throw Error(file.Line, "it names no file");

        // Plain diffs name the old file as they like, foo.orig or /tmp/foo: GNU patch takes the simplest that exists.
        string path = paths
            .Where(path => Current(path) is not null)
            .OrderBy(path => path.Count(c => c == '/'))
            .ThenBy(path => path.Length - path.LastIndexOf('/'))
            .ThenBy(path => path.Length)
            .FirstOrDefault(paths[^1]);
        return (path, path);
    }

    private string Stripped(FilePatch file, string name, int folders)
    {
        string rest = name;
        for (int i = 0; i < folders; i++)
        {
            int slash = rest.IndexOf('/');
            if (slash < 0)
                throw Error(file.Line, $"the path '{name}' has no {folders} leading folders to leave away");
            rest = rest[(slash + 1)..].TrimStart('/');
        }

        bool escapes = rest.StartsWith('/') || rest.Split('/').Contains("..");
        return escapes ? throw Error(file.Line, $"the path '{name}' leads out of the folder that is patched") : rest;
    }

    private string ApplyHunks(FilePatch file, string path, string text)
    {
        string[] lines = PatchParser.SplitLines(text);
        var locator = new HunkLocator(lines);
        var result = new StringBuilder();
        int copied = 0;
        foreach (PatchHunk hunk in file.Hunks)
        {
            if (locator.Locate(hunk) is not { } place)
            {
                string hint = locator.IsApplied(hunk)
                    ? "; the file seems to have the change already"
                    : "; the file is another version than the patch was made for";
                throw Error(hunk.Line,
                    $"hunk {hunk.Number} does not fit '{path}' (at its line {hunk.OldStart} or elsewhere){hint}");
            }

            Copy(place.Start);
            foreach (PatchHunk.HunkLine line in hunk.Lines)
            {
                if (line.Kind == '+')
                    Append(line.Text);
                else if (line.Kind == ' ' && copied < lines.Length)
                    Append(lines[copied++]);
                else
                    copied++;
            }

            copied = Math.Min(copied, lines.Length);
        }

        Copy(lines.Length);
        return result.ToString();

        void Copy(int end)
        {
            while (copied < end)
                Append(lines[copied++]);
        }

        // A last line without an end gets one where another comes after it.
        void Append(string line)
        {
            if (result.Length > 0 && result[^1] != '\n')
                result.Append('\n');
            result.Append(line);
        }
    }

    private PatchException Error(int line, string message) => new(patch, line, message);
}
