namespace TfNative.Execution;

/// <summary>Paths as programs write them, and as the graph names them.</summary>
internal static class ExecPaths
{
    /// <summary>The path relative to the execution root if it lies below, and without ".", "//" and "folder/..".</summary>
    public static string Clean(string path, string executionRoot)
    {
        if (path.Length > executionRoot.Length + 1 && path[executionRoot.Length] == '/' &&
            path.StartsWith(executionRoot, StringComparison.Ordinal))
        {
            path = path[(executionRoot.Length + 1)..];
        }

        return NeedsCleaning(path) ? Collapse(path) : path;
    }

    private static bool NeedsCleaning(string path) =>
        path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal) ||
        path.Contains("//", StringComparison.Ordinal) || path.Contains("/./", StringComparison.Ordinal) ||
        path.Contains("/../", StringComparison.Ordinal);

    private static string Collapse(string path)
    {
        bool absolute = path.StartsWith('/');
        var parts = new List<string>();
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".." || !absolute)
                parts.Add(part);
        }

        return (absolute ? "/" : "") + string.Join('/', parts);
    }
}
