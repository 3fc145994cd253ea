namespace TfNative.Bazel;

/// <summary>Arithmetic with '/'-separated paths under the execution root (Bazel's PathFragment).</summary>
internal static class ExecPaths
{
    /// <summary>Joins and resolves "." and "..", without looking at the disk.</summary>
    public static string Combine(string folder, string relative)
    {
        if (relative.StartsWith('/'))
            return relative;
        return Normalize(PackageId.Join(folder, relative));
    }

    /// <summary>"a/./b/../c" as "a/c"; "" for the root itself.</summary>
    public static string Normalize(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.EndsWith('/'))
            return path;
        var parts = new List<string>();
        foreach (string part in path.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count > 0 && parts[^1] != "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return (path.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }

    /// <summary>The part of a path below a folder, or null when it is not below it.</summary>
    public static string? RelativeTo(string path, string folder)
    {
        if (folder.Length == 0)
            return path;
        if (!path.StartsWith(folder, StringComparison.Ordinal))
            return null;
        return path.Length == folder.Length ? "" : path[folder.Length] == '/' ? path[(folder.Length + 1)..] : null;
    }
}
