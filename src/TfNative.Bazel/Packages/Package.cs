namespace TfNative.Bazel;

/// <summary>An evaluated BUILD file: its targets and what package() said. Immutable once loaded.</summary>
public sealed class Package
{
    internal Package(PackageId id, Repository repository, string buildFile, string folder, LabelConverter labels)
    {
        Id = id;
        Repository = repository;
        BuildFile = buildFile;
        Folder = folder;
        Labels = labels;
    }

    public PackageId Id { get; }

    public Repository Repository { get; }

    /// <summary>Absolute path of the BUILD file, which may lie outside the repository.</summary>
    public string BuildFile { get; }

    /// <summary>Absolute path of the package's folder.</summary>
    public string Folder { get; }

    public LabelConverter Labels { get; }

    /// <summary>All targets by name, in the order in which they came to be.</summary>
    public OrderedDictionary<string, Target> Targets { get; } = new(StringComparer.Ordinal);

    /// <summary>The .bzl files that the BUILD file loads, directly and through others.</summary>
    public IReadOnlyCollection<Label> LoadedFiles { get; internal set; } = [];

    public PackageDefaults Defaults { get; internal set; } = PackageDefaults.None;

    /// <summary>The folders that its globs listed, absolute; a change in one may change the package.</summary>
    public IReadOnlyCollection<string> GlobbedFolders { get; internal set; } = [];

    /// <exception cref="BazelException"><see cref="BazelErrorCode.NoSuchTarget"/> with the nearest names.</exception>
    public Target GetTarget(Label label)
    {
        if (Targets.TryGetValue(label.Name, out Target? target))
            return target;
        string exists = File.Exists(Path.Combine(Folder, label.Name))
            ? $"; a file of that name exists, but is not exported: add exports_files([\"{label.Name}\"]) to {BuildFile}"
            : "";
        throw new BazelException(
            BazelErrorCode.NoSuchTarget,
            $"no such target '{label}': target '{label.Name}' not declared in package '{Id}' defined by {BuildFile}"
            + NearestNames.Hint(label.Name, Targets.Keys) + exists,
            label: label);
    }
}
