namespace TfNative.Bazel;

/// <summary>Answers queries about a Bazel workspace, as <c>bazel query</c> does (https://bazel.build/query/language).</summary>
public static class BazelQuery
{
    /// <summary>Never throws for what is wrong with the workspace or the query: that is in the result.</summary>
    /// <param name="request">The workspace and its repositories; its targets and compilers are not looked at.</param>
    /// <param name="query">Such as <c>deps(//a:b)</c>.</param>
    /// <param name="output">How to write the answer.</param>
    /// <param name="options">Which dependencies count; null: all.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BazelQueryResult Run(
        TranslationRequest request, string query, QueryOutput output, QueryOptions? options,
        ITranslationListener listener, CancellationToken cancellation)
    {
        try
        {
            LoadingSession loading = LoadingSession.Create(request, listener, cancellation);
            QueryResult result = Query.Run(query, new PackageTargetGraph(loading), options);
            var text = new StringWriter();
            QueryWriter.Write(result, output, text);
            return new() { Success = true, Text = text.ToString(), Inputs = loading.CollectInputs() };
        }
        catch (Exception e) when (BazelDiagnostics.Of(e) is { } diagnostics)
        {
            return new() { Diagnostics = diagnostics };
        }
    }
}
