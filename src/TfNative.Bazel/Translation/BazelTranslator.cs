namespace TfNative.Bazel;

/// <summary>Turns the targets that a project names into an action graph.</summary>
public static class BazelTranslator
{
    // Deep chains of dependencies are followed by recursion.
    private const int AnalysisStackSize = 256 * 1024 * 1024;

    /// <summary>Never throws for what is wrong with the workspace or the request: that is in the result.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TranslationResult Translate(TranslationRequest request, ITranslationListener listener, CancellationToken cancellation)
    {
        TranslationResult? result = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = new Translation(request, listener, cancellation).Run();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            AnalysisStackSize)
        { IsBackground = true, Name = "TfNative analysis" };
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return result!;
    }
}
