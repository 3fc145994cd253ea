using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>A program's folder NAME.runfiles with a link to each file that it needs when it runs (SymlinkTreeAction.java).</summary>
internal static class RunfilesTree
{
    /// <param name="program">The program; the tree stands beside it.</param>
    /// <param name="files">What it needs.</param>
    /// <param name="emptyInit">Folders of Python sources get an empty __init__.py where there is none.</param>
    /// <returns>The links.</returns>
    public static IReadOnlyList<Artifact> Create(RuleContext context, Artifact program, IReadOnlyList<Artifact> files, bool emptyInit)
    {
        string root = program.ExecPath[(context.Configuration.BinDirectory.Length + 1)..] + ".runfiles/";
        var links = new OrderedDictionary<string, Artifact>(StringComparer.Ordinal);
        foreach (Artifact file in files)
        {
            // Trees of other programs are not nested into this one.
            if (ReferenceEquals(file, program) || file.ExecPath.Contains(".runfiles/", StringComparison.Ordinal))
                continue;
            string path = PathOf(context, file);
            if (links.ContainsKey(path))
                continue;
            Artifact link = context.DeclareAt(root + path, file.Kind);
            links.Add(path, link);
            if (link.Generator is null)
                context.Graph.Add(new SymlinkAction { Mnemonic = "RunfilesSymlink", Owner = context.Label.ToString(), Inputs = [file], Outputs = [link] });
        }

        if (emptyInit)
        {
            foreach (string path in EmptyInits([.. links.Keys]))
            {
                Artifact init = context.DeclareAt(root + path);
                links.Add(path, init);
                if (init.Generator is null)
                    context.Graph.Add(new WriteFileAction { Mnemonic = "FileWrite", Owner = context.Label.ToString(), Outputs = [init], Content = () => ReadOnlyMemory<byte>.Empty });
            }
        }

        return [.. links.Values];
    }

    /// <summary>Where a file stands in a tree: repository first.</summary>
    public static string PathOf(RuleContext context, Artifact file)
    {
        string path = context.FileValues.Get(file).ShortPath;
        return path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : context.Environment.MainRepositoryName + "/" + path;
    }

    /// <summary>Source: PythonUtils.getInitPyFiles; the repository's own folder gets none.</summary>
    private static IEnumerable<string> EmptyInits(string[] paths)
    {
        var all = paths.ToHashSet(StringComparer.Ordinal);
        foreach (string path in paths.Where(p => p.EndsWith(".py", StringComparison.Ordinal) || p.EndsWith(".so", StringComparison.Ordinal)))
        {
            for (int slash = path.LastIndexOf('/'); slash > path.IndexOf('/'); slash = path.LastIndexOf('/', slash - 1))
            {
                string init = path[..slash] + "/__init__.py";
                if (all.Add(init))
                    yield return init;
            }
        }
    }
}
