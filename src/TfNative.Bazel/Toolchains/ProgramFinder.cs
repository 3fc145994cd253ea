namespace TfNative.Bazel;

/// <summary>Looks programs up in a search path, as a shell does.</summary>
internal static class ProgramFinder
{
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
