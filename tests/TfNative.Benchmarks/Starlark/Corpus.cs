using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>The BUILD and .bzl files below a folder: the argument, or TFNATIVE_SOURCES.</summary>
internal static class Corpus
{
    public static List<string> Find(string[] args)
    {
        string folder = args.Length > 0 ? args[0] : Environment.GetEnvironmentVariable("TFNATIVE_SOURCES") ?? "";
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException("give the folder of the sources, or set TFNATIVE_SOURCES");
        var files = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(path) is "BUILD" or "BUILD.bazel" || Path.GetExtension(path) is ".bzl" or ".BUILD")
                files.Add(path);
        }
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    public static Dialect DialectOf(string path) => path.EndsWith(".bzl", StringComparison.Ordinal) ? Dialect.Bzl : Dialect.Build;

    /// <summary>Every name the corpus uses is taken as predeclared: resolving must not stop at a host's names.</summary>
    public static StarlarkEnvironment PermissiveEnvironment(IEnumerable<StarlarkFile> files)
    {
        var names = new HashSet<string>();
        foreach (StarlarkFile file in files)
        {
            if (StarlarkProgram.TryResolve(file, StarlarkEnvironment.Empty, out _, out IReadOnlyList<Diagnostic> diagnostics))
                continue;
            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (diagnostic.Code == StarlarkErrors.UndefinedName)
                    names.Add(diagnostic.Message.Split('\'')[1]);
            }
        }
        return new StarlarkEnvironment(names.Select(n => new KeyValuePair<string, Value>(n, Value.None)));
    }
}
