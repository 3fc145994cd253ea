using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>A program's folder NAME.runfiles with a link to each file that it needs when it runs (SymlinkTreeAction.java).</summary>
internal static class RunfilesTree
{
    /// <summary>What a program needs, with the tree that it finds it in. The links are only made if something runs it.</summary>
    /// <param name="program">The program; the tree stands beside it.</param>
    /// <param name="needed">What it needs, itself or not.</param>
    /// <param name="emptyInit">Folders of Python sources get an empty __init__.py where there is none.</param>
    public static Runfiles With(RuleContext context, Artifact program, Runfiles needed, bool emptyInit = false)
    {
        // Beside a source file, or in another configuration, is no place for a tree.
        bool isOurs = program.IsOutput && program.ExecPath.StartsWith(context.Configuration.BinDirectory + "/", StringComparison.Ordinal);
        NestedSet<Artifact> tree = isOurs ? NestedSet<Artifact>.Deferred(() => Create(context, program, needed, emptyInit)) : NestedSet<Artifact>.Empty;
        return new(NestedSet<Artifact>.Create(NestedSetOrder.Stable, [program], [needed.Files, tree]), context.FileValues) { Links = needed.Links };
    }

    /// <returns>The links.</returns>
    private static Artifact[] Create(RuleContext context, Artifact program, Runfiles needed, bool emptyInit)
    {
        string root = program.ExecPath[(context.Configuration.BinDirectory.Length + 1)..] + ".runfiles/";
        var links = new OrderedDictionary<string, Artifact>(StringComparer.Ordinal);
        // What a rule places itself goes before what stands where its path says.
        IEnumerable<(string Path, Artifact File)> placed = needed.Links.Select(link => (link.AtRoot ? link.Path : $"{context.Environment.MainRepositoryName}/{link.Path}", link.File));
        // Trees of other programs are not nested into this one.
        IEnumerable<(string Path, Artifact File)> plain = needed.Files.ToList()
            .Where(file => !ReferenceEquals(file, program) && !file.ExecPath.Contains(".runfiles/", StringComparison.Ordinal))
            .Select(file => (PathOf(context, file), file));
        foreach ((string path, Artifact file) in placed.Concat(plain))
        {
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
