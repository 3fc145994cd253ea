namespace TfNative.Bazel.Tests.Golden;

/// <summary>Translates workspaces as they were given to Bazel for its answers: same flags, same repositories.</summary>
internal static class GoldenTranslation
{
    public static TranslationResult OfTensorFlow(IReadOnlyList<string> targets, CompilationMode mode, bool all, params string[] defines) =>
        Run(GoldenRequests.OfTensorFlow(defines) with { Targets = targets, Mode = mode, RegisterAllActions = all });

    /// <summary>A repository by itself: all of its targets' actions, as aquery lists them.</summary>
    /// <param name="project">Name of a source and of its WORKSPACE file.</param>
    /// <param name="buildFile">A BUILD file for its root, absolute; null for its own.</param>
    public static TranslationResult OfProject(string project, IReadOnlyList<string> targets, CompilationMode mode, string? buildFile = null)
    {
        using var workspace = new ProjectFolder(GoldenSources.Find(project), buildFile);
        return OfProject(project, workspace.Path, targets, mode);
    }

    /// <param name="folder">Where it lies.</param>
    public static TranslationResult OfProject(string project, string folder, IReadOnlyList<string> targets, CompilationMode mode) =>
        Run(GoldenRequests.Of(project, folder) with { Targets = targets, Mode = mode, RegisterAllActions = true });

    private static TranslationResult Run(TranslationRequest request)
    {
        try
        {
            return BazelTranslator.Translate(request, new SilentListener(), CancellationToken.None);
        }
        finally
        {
            if (Directory.Exists(request.OutputBase))
                Directory.Delete(request.OutputBase, recursive: true);
        }
    }

    public static string KnownDifferences(string name) => Path.Combine(AppContext.BaseDirectory, "Parity", name + ".differences.txt");
}
