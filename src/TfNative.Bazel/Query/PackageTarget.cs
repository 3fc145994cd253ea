using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A loaded target as a query sees it. What it depends on is worked out when it is first asked for.</summary>
internal sealed class PackageTarget(Target target) : IQueryTarget
{
    private IReadOnlyList<QueryEdge>? edges;

    public Target Target { get; } = target;

    public Label Label => Target.Label;

    public string Kind => Target.Kind;

    public string Location => (Target.Location ?? new Location(Target.Package.BuildFile, 1, 1)).ToString();

    public IReadOnlyList<QueryEdge> Edges => edges ??= TargetEdges.Of(Target);

    public IReadOnlyList<QueryAttribute> Attributes => Target is Rule rule ? RuleAttributes.Of(rule) : [];

    public bool IsExecutable => Target is Rule { RuleClass: { IsExecutable: true, IsTest: false } };

    public IReadOnlyList<string> Provenance => Target is not Rule rule ? [] :
    [
        $"# Rule {rule.Name} instantiated at (most recent call last):",
        $"#   {Location} in <toplevel>",
        .. rule.GeneratorFunction is { } macro ? [$"#   in {macro}"] : Array.Empty<string>(),
    ];
}
