using Sprache;

namespace TfNative.Bazel;

/// <summary>
/// Replaces <c>$(location label)</c> and its kin by the paths of the files that a label stands for. Everything else,
/// other references too, stays as it is.
/// </summary>
/// <remarks>
/// https://bazel.build/reference/be/make-variables#predefined_label_variables; Bazel 7, LocationExpander.java.
/// </remarks>
public sealed class LocationExpander
{
    private const int MostPathsShown = 5;

    private enum PathType
    {
        Location,
        Exec,
        Root,
        Runfiles,
    }

    private static readonly Dictionary<string, (PathType Type, bool Several)> Functions = new(StringComparer.Ordinal)
    {
        ["location"] = (PathType.Location, false),
        ["locations"] = (PathType.Location, true),
        ["execpath"] = (PathType.Exec, false),
        ["execpaths"] = (PathType.Exec, true),
        ["rootpath"] = (PathType.Root, false),
        ["rootpaths"] = (PathType.Root, true),
        ["rlocationpath"] = (PathType.Runfiles, false),
        ["rlocationpaths"] = (PathType.Runfiles, true),
    };

    private static readonly Parser<(string Name, string Argument)> Reference =
        from open in Sprache.Parse.String("$(")
        from name in TextParsers.Run(char.IsAsciiLetterLower, "location function").Where(Functions.ContainsKey)
        from space in Sprache.Parse.Char(' ')
        from argument in TextParsers.RunOrNothing(c => c != ')')
        from close in Sprache.Parse.Char(')').Optional()
        select close.IsDefined ? (name, argument.Trim()) : throw new LocationException($"unterminated $({name}) expression");

    private readonly Func<string, Label> parseLabel;
    private readonly Func<Label, IEnumerable<LocationFile>?> resolve;
    private readonly string workspaceName;
    private readonly bool execPaths;

    // The grammar for one expander: its results are texts already.
    private readonly Parser<string> template;

    /// <param name="parseLabel">Reads a label as the package that the text stands in does.</param>
    /// <param name="resolve">The files of a label; null where the rule does not depend on it.</param>
    /// <param name="workspaceName">The main repository's folder in a runfiles tree, for <c>$(rlocationpath)</c>.</param>
    /// <param name="execPaths">Whether <c>$(location)</c> is <c>$(execpath)</c>, as in genrules, or <c>$(rootpath)</c>.</param>
    public LocationExpander(
        Func<string, Label> parseLabel,
        Func<Label, IEnumerable<LocationFile>?> resolve,
        string workspaceName = "__main__",
        bool execPaths = true)
    {
        this.parseLabel = parseLabel;
        this.resolve = resolve;
        this.workspaceName = workspaceName;
        this.execPaths = execPaths;
        template = Reference.Select(reference => Call(reference.Name, reference.Argument)!)
            .Or(Sprache.Parse.Char('$').Return("$"))
            .Or(TextParsers.Run(c => c != '$', "text"))
            .Many().Select(string.Concat);
    }

    /// <exception cref="LocationException">A label is malformed, not depended on, or stands for no file or too many.</exception>
    public string Expand(string text) =>
        text.Contains("$(", StringComparison.Ordinal) ? template.End().Parse(text) : text;

    /// <summary>The value of one function, for <see cref="MakeVariables.Expand"/>; null where it is none of these.</summary>
    /// <exception cref="LocationException">The label is malformed, not depended on, or stands for no file or too many.</exception>
    public string? Call(string function, string argument)
    {
        if (!Functions.TryGetValue(function, out (PathType Type, bool Several) known))
            return null;
        string shown = known.Several ? "$(locations)" : "$(location)";
        Label label;
        try
        {
            label = parseLabel(argument);
        }
        catch (LabelSyntaxException e)
        {
            throw new LocationException($"invalid label in {shown} expression: {e.Message}");
        }

        IEnumerable<LocationFile> files = resolve(label) ?? throw new LocationException(
            $"label '{label}' in {shown} expression is not a declared prerequisite of this rule");
        var paths = new SortedSet<string>(files.Select(file => PathOf(file, known.Type)), StringComparer.Ordinal);
        if (paths.Count == 0)
            throw new LocationException($"label '{label}' in {shown} expression expands to no files");
        if (paths.Count > 1 && !known.Several)
        {
            throw new LocationException($"label '{label}' in $(location) expression expands to more than one file, "
                + $"please use $(locations {label}) instead.  Files (at most {MostPathsShown} shown) are: "
                + $"[{string.Join(", ", paths.Take(MostPathsShown))}]");
        }

        return ShellQuote.Join(paths);
    }

    private string PathOf(LocationFile file, PathType type)
    {
        string path = type switch
        {
            PathType.Exec => file.ExecPath,
            PathType.Root => file.RootPath,
            PathType.Location => execPaths ? file.ExecPath : file.RootPath,
            _ when file.RunfilesPath.StartsWith("../", StringComparison.Ordinal) => file.RunfilesPath[3..],
            _ => workspaceName + "/" + file.RunfilesPath,
        };

        // A shell would look for a bare name in PATH.
        return path.Contains('/') ? path : "./" + path;
    }
}
