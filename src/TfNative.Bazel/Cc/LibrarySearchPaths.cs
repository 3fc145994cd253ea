using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Where a link finds shared libraries, and where its output does when it is loaded (LibrariesToLinkCollector.java).</summary>
internal sealed class LibrarySearchPaths
{
    private readonly string solib;
    private readonly string[] solibParents;
    private readonly OrderedDictionary<string, bool> explicitRunPaths = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, bool> folders = new(StringComparer.Ordinal);
    private bool usesSolib;

    public LibrarySearchPaths(RuleContext context, Artifact output)
    {
        solib = $"{context.Configuration.BinDirectory}/_solib_{context.Configuration.Options.Cpu}";
        string path = output.ExecPath[(context.Configuration.BinDirectory.Length + 1)..], workspace = context.Environment.MainRepositoryName;
        int depth = path.Count(c => c == '/');
        // Beside the output itself, in its own runfiles, and in the runfiles of another program.
        solibParents =
        [
            string.Concat(Enumerable.Repeat("../", depth)),
            $"{path[(path.LastIndexOf('/') + 1)..]}.runfiles/{workspace}/",
            .. path.StartsWith("external/", StringComparison.Ordinal) ? (string[])[string.Concat(Enumerable.Repeat("../", depth - 1)) + workspace + "/"] : [],
        ];
    }

    /// <returns>The argument that links the library.</returns>
    public string Add(Artifact library)
    {
        string path = library.ExecPath, folder = path[..path.LastIndexOf('/')], name = path[(path.LastIndexOf('/') + 1)..];
        usesSolib |= folder == solib;
        if (folder != solib)
        {
            foreach (string root in RunPathRoots)
                explicitRunPaths.TryAdd(ExecPaths.Normalize(root + FromSolib(folder)), true);
            // A library that keeps its name has a folder of its own below the common one.
            if (folder.StartsWith(solib + "/", StringComparison.Ordinal))
            {
                foreach (string root in RunPathRoots)
                    explicitRunPaths.TryAdd(root + folder[(solib.Length + 1)..], true);
            }
        }

        folders.TryAdd(folder, true);
        return name.StartsWith("lib", StringComparison.Ordinal) && name.EndsWith(".so", StringComparison.Ordinal) ? "-l" + name[3..^3]
            : CcSources.IsSharedLibrary(name) ? "-l:" + name
            : path;
    }

    public IEnumerable<string> Arguments()
    {
        IEnumerable<string> runPaths = (usesSolib ? RunPathRoots : []).Concat(explicitRunPaths.Keys).Distinct();
        foreach (string path in runPaths)
        {
            foreach (string argument in new[] { "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/" + path })
                yield return argument;
        }

        foreach (string folder in folders.Keys)
            yield return "-L" + folder;
    }

    private IEnumerable<string> RunPathRoots => solibParents.Select(p => p + solib[(solib.LastIndexOf('/') + 1)..] + "/");

    /// <summary>The way to a folder from the common one.</summary>
    private string FromSolib(string folder)
    {
        string up = "", parent = solib;
        while (folder != parent && !folder.StartsWith(parent + "/", StringComparison.Ordinal))
        {
            up += "../";
            int slash = parent.LastIndexOf('/');
            if (slash < 0)
                return up + folder;
            parent = parent[..slash];
        }

        return up + folder[Math.Min(parent.Length + 1, folder.Length)..];
    }
}
