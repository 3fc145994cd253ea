namespace TfNative.Bazel;

/// <summary>Explains a build that has been asked for, without building it: why something is in it, and how selects chose.</summary>
public static class BazelExplanation
{
    /// <summary>The way from the wanted targets to another one, a line for each step with the attribute that takes it.</summary>
    /// <param name="request">The build.</param>
    /// <param name="label">A label or target pattern.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BazelQueryResult WhyNeeded(
        TranslationRequest request, string label, ITranslationListener listener, CancellationToken cancellation) =>
        Explain(request, listener, session => DependencyExplanation.Of(label, request.Targets, session, cancellation), cancellation);

    /// <summary>Each select of a target: the branch that is taken, and why the others are not.</summary>
    /// <param name="request">The build.</param>
    /// <param name="label">A label or target pattern.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BazelQueryResult Selects(
        TranslationRequest request, string label, ITranslationListener listener, CancellationToken cancellation) =>
        Explain(request, listener, session => SelectExplanation.Of(label, session), cancellation);

    private static BazelQueryResult Explain(
        TranslationRequest request, ITranslationListener listener, Func<TranslationSession, string> explain, CancellationToken cancellation)
    {
        try
        {
            TranslationSession session = TranslationSession.Create(request, listener, cancellation);
            string text = explain(session);
            return new() { Success = true, Text = text, Inputs = session.Loading.CollectInputs() };
        }
        catch (Exception e) when (BazelDiagnostics.Of(e) is { } diagnostics)
        {
            return new() { Diagnostics = diagnostics };
        }
    }
}
