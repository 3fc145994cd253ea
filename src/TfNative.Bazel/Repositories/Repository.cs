namespace TfNative.Bazel;

/// <summary>A repository whose files are on disk and can be read.</summary>
/// <param name="Name">Empty for the main repository.</param>
/// <param name="Root">Absolute folder with its files, overlays included.</param>
/// <param name="BuildFile">Absolute path of the file that stands for the root BUILD file, or null.</param>
/// <param name="Mapping">Names that its files use for other repositories, to real names.</param>
public sealed record Repository(RepositoryName Name, string Root, string? BuildFile, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>Where its files are, seen from the execution root: "" or "external/NAME".</summary>
    public string ExecPath { get; } = Name.IsMain ? "" : "external/" + Name.Name;

    /// <summary>The real name of a repository that a file of this one calls <paramref name="apparent"/>.</summary>
    public string Resolve(string apparent) => Mapping.TryGetValue(apparent, out string? real) ? real : apparent;
}
