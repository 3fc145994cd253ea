namespace TfNative.Bazel;

/// <summary>Finds the BUILD file of a package: BUILD.bazel before BUILD.</summary>
public sealed class BuildFileLocator(IFileSystem files)
{
    /// <summary>Absolute path, or null when the folder is no package.</summary>
    public string? Find(Repository repository, string package)
    {
        if (package.Length == 0 && repository.BuildFile is not null)
            return repository.BuildFile;
        string folder = package.Length == 0 ? repository.Root : repository.Root + "/" + package;
        foreach (string name in Names)
        {
            string path = folder + "/" + name;
            if (files.FileExists(path))
                return path;
        }

        return null;
    }

    private static readonly string[] Names = ["BUILD.bazel", "BUILD"];
}
