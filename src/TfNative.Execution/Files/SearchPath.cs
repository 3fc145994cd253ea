namespace TfNative.Execution;

/// <summary>Looks programs up in a search path, as a shell does.</summary>
public static class SearchPath
{
    /// <param name="program">A name, or a path, which is taken as it is.</param>
    /// <param name="searchPath">Folders, ':'-separated.</param>
    /// <returns>An absolute path, or null.</returns>
    public static string? Find(string program, string searchPath)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return File.Exists(program) ? Path.GetFullPath(program, "/") : null;
        foreach (string folder in searchPath.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            string candidate = Path.Combine(folder, program);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
