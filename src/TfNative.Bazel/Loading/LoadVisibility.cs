using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Which packages may load a .bzl file: what its call of visibility() says (https://bazel.build/concepts/visibility#load-visibility).</summary>
internal sealed class LoadVisibility
{
    private const string Public = "public", Private = "private";

    private IReadOnlyList<string> patterns = [Public];
    private bool isSet;

    /// <summary>The visibility() function; the thread that evaluates a .bzl file has one of these.</summary>
    public static readonly Builtin Function = new("visibility", "value", static (in CallContext c) =>
    {
        LoadVisibility visibility = c.Thread.GetLocal<LoadVisibility>() ?? throw c.Error("visibility() can only be called while a .bzl file is loaded");
        if (visibility.isSet)
            throw c.Error(".bzl visibility may not be set more than once");
        string[] patterns = c[0].AsString() is { } one ? [one] : SequenceReader.Strings(c, 0);
        if (patterns.FirstOrDefault(p => p is not (Public or Private) && !p.StartsWith("//", StringComparison.Ordinal) && !p.StartsWith('@')) is { } wrong)
            throw c.Error($"invalid package specification '{wrong}' in visibility(): want \"public\", \"private\", \"//pkg\" or \"//pkg/...\"");
        visibility.patterns = patterns;
        visibility.isSet = true;
        return Value.None;
    });

    /// <param name="file">The .bzl file.</param>
    /// <param name="from">The package that loads it. Its own one always may.</param>
    public bool Allows(Label file, PackageId from) =>
        from.Equals(file.Package) || patterns.Any(pattern => VisibilityMatcher.Covers(pattern, file.Package.Repository, from));
}
