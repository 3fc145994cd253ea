namespace TfNative.Bazel;

/// <summary>Bazel's query language over loaded packages: which targets there are and how they depend on each other.</summary>
/// <remarks>https://bazel.build/query/language.</remarks>
public static class Query
{
    /// <param name="text">The query.</param>
    /// <param name="graph">The packages.</param>
    /// <param name="options">Which dependencies count.</param>
    /// <exception cref="QuerySyntaxException">The query is malformed; nothing was loaded.</exception>
    /// <exception cref="QueryException">It has no answer.</exception>
    public static QueryResult Run(string text, ITargetGraph graph, QueryOptions? options = null)
    {
        QueryExpression expression = QueryGrammar.Parse(text);
        new QueryChecker(text).Check(expression, []);
        var evaluator = new QueryEvaluator(text, graph, options ?? new QueryOptions());
        TargetSet targets = evaluator.Evaluate(expression, scope: null);
        return new QueryResult(targets, evaluator.Dependencies, inPathOrder: CallsSomePath(expression));
    }

    /// <summary>A path is of use only in its own order.</summary>
    private static bool CallsSomePath(QueryExpression expression) => expression switch
    {
        QueryExpression.Call call => call.Function == "somepath" || call.Arguments.Any(CallsSomePath),
        QueryExpression.Binary binary => CallsSomePath(binary.Left) || CallsSomePath(binary.Right),
        QueryExpression.Let let => CallsSomePath(let.Value) || CallsSomePath(let.Body),
        _ => false,
    };
}
