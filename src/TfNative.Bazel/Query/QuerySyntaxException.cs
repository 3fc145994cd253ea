namespace TfNative.Bazel;

/// <summary>A query that is not one: the message shows it with a caret below the place.</summary>
public sealed class QuerySyntaxException(string query, int position, string problem)
    : BazelSyntaxException(ErrorCode, Render(query, position, problem))
{
    public const string ErrorCode = BazelErrorCode.QuerySyntax;

    /// <summary>Where in the query, from 0.</summary>
    public int Position { get; } = position;

    private static string Render(string query, int position, string problem)
    {
        // The line that the place is in: queries in project files may have several.
        int start = query.LastIndexOf('\n', Math.Max(0, Math.Min(position, query.Length) - 1)) + 1;
        int end = query.IndexOf('\n', Math.Min(position, query.Length));
        string line = query[Math.Min(start, position)..(end < 0 ? query.Length : end)].Replace('\t', ' ');
        return $"query syntax error: {problem}\n  {line}\n  {new string(' ', Math.Max(0, position - start))}^";
    }
}
