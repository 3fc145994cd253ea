namespace TfNative.Bazel;

/// <summary>Writes a query's answer as <c>bazel query --output</c> does.</summary>
/// <remarks>https://bazel.build/query/language#output-formats.</remarks>
public static class QueryWriter
{
    /// <summary>The format of that name, as in <c>--output=label_kind</c>; null where there is none.</summary>
    public static QueryOutput? Find(string name) => name switch
    {
        "label" => QueryOutput.Label,
        "label_kind" => QueryOutput.LabelKind,
        "build" => QueryOutput.Build,
        "package" => QueryOutput.Package,
        "location" => QueryOutput.Location,
        "graph" => QueryOutput.Graph,
        _ => null,
    };

    public static void Write(QueryResult result, QueryOutput output, TextWriter writer)
    {
        IEnumerable<string> lines = output switch
        {
            QueryOutput.Label => result.Targets.Select(target => target.Label.ToString()),
            QueryOutput.LabelKind => result.Targets.Select(target => $"{target.Kind} {target.Label}"),
            QueryOutput.Package => result.Targets.Select(target => target.Label.Package.ToQueryString()).Distinct().Order(StringComparer.Ordinal),
            QueryOutput.Location => result.Targets.Select(target => $"{target.Location}: {target.Kind} {target.Label}"),
            QueryOutput.Build => result.Targets.SelectMany(BuildLines),
            _ => GraphOutput.Lines(result),
        };
        foreach (string line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    /// <summary>A rule with what its macros made of it. Files have no declaration to show.</summary>
    private static IEnumerable<string> BuildLines(IQueryTarget target)
    {
        if (!target.Kind.EndsWith(" rule", StringComparison.Ordinal))
            yield break;
        yield return $"# {target.Location}";
        yield return target.Kind[..^" rule".Length] + "(";
        yield return $"  name = {QueryValue.CodeOf(target.Label.Name)},";
        foreach (QueryAttribute attribute in target.Attributes.Where(attribute => attribute.IsExplicit && attribute.Name != "name"))
            yield return $"  {attribute.Name} = {attribute.Code},";
        yield return ")";
        foreach (string line in target.Provenance)
            yield return line;
        yield return "";
    }
}
