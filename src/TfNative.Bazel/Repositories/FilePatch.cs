namespace TfNative.Bazel;

/// <summary>What a patch says of one file. Paths are as the patch writes them, or null for <c>/dev/null</c>.</summary>
internal sealed class FilePatch
{
    /// <summary>Where in the patch it starts.</summary>
    public required int Line { get; init; }

    /// <summary>Whether it has the header of <c>git diff</c>, whose names can be relied on.</summary>
    public bool IsGit { get; init; }

    public string? OldPath { get; set; }

    public string? NewPath { get; set; }

    /// <summary>The file is new: <c>new file mode</c>, or <c>--- /dev/null</c>.</summary>
    public bool IsNew { get; set; }

    /// <summary>The file goes: <c>deleted file mode</c>, or <c>+++ /dev/null</c>.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The names of <c>rename</c> and <c>copy</c>, which lack the <c>a/</c> and <c>b/</c> of the others.</summary>
    public string? MovedFrom { get; set; }

    public string? MovedTo { get; set; }

    public bool IsCopy { get; set; }

    /// <summary>Whether the file shall be executable; null where the patch does not say.</summary>
    public bool? IsExecutable { get; set; }

    public List<PatchHunk> Hunks { get; } = [];
}
