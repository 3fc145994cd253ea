using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// A program's folder NAME.runfiles with a link to each file that it needs when it runs, and the list of them, MANIFEST, which
/// is NAME.runfiles_manifest too: runfiles libraries look into the one or the other (RunfilesSupport.java).
/// </summary>
internal static class RunfilesTree
{
    private const string Suffix = ".runfiles";
    private const string ManifestSuffix = ".runfiles_manifest";
    private const string Manifest = "MANIFEST";

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

    /// <returns>The folder of links and its list.</returns>
    private static Artifact[] Create(RuleContext context, Artifact program, Runfiles needed, bool emptyInit)
    {
        string path = program.ExecPath[(context.Configuration.BinDirectory.Length + 1)..];
        Artifact tree = context.DeclareAt(path + Suffix, ArtifactKind.Directory), manifest = context.DeclareAt(path + ManifestSuffix);
        if (tree.Generator is not null)
            return [tree, manifest];
        var entries = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        // What a rule places itself goes before what stands where its path says.
        foreach (RunfilesLink link in needed.Links)
            entries.TryAdd(link.AtRoot ? link.Path : $"{context.Environment.MainRepositoryName}/{link.Path}", link.File.ExecPath);
        foreach (Artifact file in needed.Files.ToList().Prepend(program))
        {
            // Trees of other programs are not nested into this one.
            if (!file.ExecPath.EndsWith(Suffix, StringComparison.Ordinal) && !file.ExecPath.EndsWith(ManifestSuffix, StringComparison.Ordinal))
                entries.TryAdd(PathOf(context, file), file.ExecPath);
        }

        if (emptyInit)
        {
            foreach (string init in EmptyInits([.. entries.Keys]))
                entries.Add(init, null);
        }

        context.Graph.Add(new SymlinkTreeAction
        {
            Mnemonic = "SymlinkTree",
            Owner = context.Label.ToString(),
            Description = "Creating runfiles tree " + tree.ExecPath,
            Outputs = [tree],
            Entries = [.. entries],
            Manifest = entries.ContainsKey(Manifest) ? null : Manifest,
        });
        context.Graph.Add(new SymlinkAction
        {
            Mnemonic = "SourceSymlinkManifest",
            Owner = context.Label.ToString(),
            Inputs = [tree],
            TargetPath = $"{tree.ExecPath[(tree.ExecPath.LastIndexOf('/') + 1)..]}/{Manifest}",
            Outputs = [manifest],
        });
        return [tree, manifest];
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
