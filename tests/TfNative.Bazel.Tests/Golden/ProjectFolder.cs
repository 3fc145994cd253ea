namespace TfNative.Bazel.Tests.Golden;

/// <summary>A source tree as a main repository: itself, or links to its entries beside another BUILD file.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly string? scratch;

    public ProjectFolder(string source, string? buildFile)
    {
        Path = source;
        if (buildFile is null)
            return;
        Path = scratch = Directory.CreateTempSubdirectory("tfnative-project-").FullName;
        foreach (FileSystemInfo entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            if (entry.Name is not ("BUILD" or "BUILD.bazel"))
                File.CreateSymbolicLink(System.IO.Path.Combine(scratch, entry.Name), entry.FullName);
        }

        File.Copy(buildFile, System.IO.Path.Combine(scratch, "BUILD.bazel"));
    }

    public string Path { get; }

    public void Dispose()
    {
        if (scratch is not null)
            Directory.Delete(scratch, recursive: true);
    }
}
