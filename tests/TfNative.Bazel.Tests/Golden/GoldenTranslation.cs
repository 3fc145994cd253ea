namespace TfNative.Bazel.Tests.Golden;

/// <summary>Translates workspaces as they were given to Bazel for its answers: same flags, same repositories.</summary>
internal static class GoldenTranslation
{
    public static TranslationResult OfTensorFlow(IReadOnlyList<string> targets, CompilationMode mode, params string[] defines)
    {
        TranslationRequest request = GoldenRequests.OfTensorFlow(defines) with { Targets = targets, Mode = mode };
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
