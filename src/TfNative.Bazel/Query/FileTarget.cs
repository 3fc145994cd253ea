namespace TfNative.Bazel;

/// <summary>A BUILD or .bzl file as a query's answer: a source file, whether its package exports it or not.</summary>
internal sealed record FileTarget(Label Label) : IQueryTarget
{
    public string Kind => "source file";

    public string Location => Label.ExecPath + ":1:1";

    public IReadOnlyList<QueryEdge> Edges => [];

    public IReadOnlyList<QueryAttribute> Attributes => [];

    public IReadOnlyList<string> Provenance => [];
}
