namespace TfNative.Bazel;

/// <summary>A repository as a project declares it: a folder, what is laid over it, or a rule that makes it.</summary>
public sealed record RepositoryDeclaration
{
    /// <summary>The name after '@', without it.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute folder of the sources; null for one that only a rule makes.</summary>
    public string? Path { get; init; }

    /// <summary>A file or label of the main repository that stands for the root BUILD file.</summary>
    public string? BuildFile { get; init; }

    /// <summary>"path in the repository=file or label": files laid over the sources.</summary>
    public IReadOnlyList<string> LinkFiles { get; init; } = [];

    /// <summary>Unified diffs (files or labels of the main repository), applied in order.</summary>
    public IReadOnlyList<string> Patches { get; init; } = [];

    /// <summary>Leading folders to cut from the names in the patches, as `patch -p`.</summary>
    public int PatchStrip { get; init; } = 1;

    /// <summary>"//pkg:file.bzl%name" of the repository rule that makes it.</summary>
    public string? Rule { get; init; }

    /// <summary>Attributes for <see cref="Rule"/>, as text.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>"seen name=real name": other names under which this repository's files know repositories.</summary>
    public IReadOnlyList<string> RepositoryMapping { get; init; } = [];

    /// <summary>
    /// Stands for a library of the system: its cc_library targets without sources have link options, which a
    /// cc_shared_library keeps. Those of others it drops (_filter_inputs of cc_shared_library.bzl), as then nothing of theirs is linked.
    /// </summary>
    public bool IsSystem { get; init; }

    /// <summary>The project file that declares it, for errors.</summary>
    public string? DeclaredIn { get; init; }
}
