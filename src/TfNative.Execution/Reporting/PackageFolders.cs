namespace TfNative.Execution;

/// <summary>Finds the package that a file belongs to: the one of the innermost folder that is a package. Paths are laid
/// out as in Bazel's execution root (https://bazel.build/remote/output-directories).</summary>
internal sealed class PackageFolders
{
    private readonly Dictionary<string, int> _packages = [];

    public PackageFolders(NameTable packages)
    {
        for (int i = 0; i < packages.Names.Count; i++)
            _packages.TryAdd(Folder(packages.Names[i]), i);
    }

    /// <summary>"//a/b" of "//a/b:c", "@r//" of "@r//:c".</summary>
    public static string PackageOf(string label)
    {
        int colon = label.LastIndexOf(':');
        return colon < 0 ? label : label[..colon];
    }

    /// <returns>Number of the package; -1 for a file of none, as the system's headers are.</returns>
    public int Find(string path)
    {
        if (path.StartsWith('/'))
            return -1;
        path = WithoutOutputTree(path);
        for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (_packages.TryGetValue(path[..slash], out int package))
                return package;
        }

        return path.StartsWith("external/", StringComparison.Ordinal) ? -1 : _packages.GetValueOrDefault("", -1);
    }

    /// <summary>bazel-out/CONFIGURATION/bin/a/b.h lies where a/b.h would.</summary>
    private static string WithoutOutputTree(string path)
    {
        if (!path.StartsWith("bazel-out/", StringComparison.Ordinal))
            return path;
        string[] parts = path.Split('/', 4);
        return parts.Length == 4 ? parts[3] : path;
    }

    private static string Folder(string package)
    {
        int slashes = package.IndexOf("//", StringComparison.Ordinal);
        if (slashes < 0)
            return package;
        string repository = package[..slashes].TrimStart('@');
        string folder = package[(slashes + 2)..];
        return repository.Length == 0 ? folder : $"external/{repository}/{folder}".TrimEnd('/');
    }
}
