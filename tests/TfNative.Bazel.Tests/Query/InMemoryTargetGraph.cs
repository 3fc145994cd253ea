namespace TfNative.Bazel.Tests.Query;

/// <summary>Packages that a test writes down: <c>Add("cc_library", "//a:b", deps: ["//c:d"])</c>.</summary>
internal sealed class InMemoryTargetGraph : ITargetGraph
{
    private readonly Dictionary<Label, InMemoryTarget> targets = [];
    private readonly Dictionary<PackageId, Label[]> loads = [];

    /// <summary>Edges of the rule by attribute: select conditions and the like stand in <paramref name="edges"/>.</summary>
    public InMemoryTarget Add(string kind, string label, string[]? srcs = null, string[]? deps = null, params QueryEdge[] edges)
    {
        Label parsed = L(label);
        QueryAttribute[] attributes =
        [
            new("srcs", srcs is not null, [QueryAttribute.Part.Of((srcs ?? []).Select(L).ToArray())]),
            new("deps", deps is not null, [QueryAttribute.Part.Of((deps ?? []).Select(L).ToArray())]),
        ];
        var target = new InMemoryTarget(parsed, kind + " rule")
        {
            Attributes = attributes,
            Edges = [.. attributes.SelectMany(a => a.Labels.Select(to => new QueryEdge(to, a.Name))), .. edges],
        };
        targets.Add(parsed, target);
        foreach (string source in srcs ?? [])
            targets.TryAdd(L(source), new InMemoryTarget(L(source), "source file"));
        return target;
    }

    public void AddFile(string label, string kind, params QueryEdge[] edges) =>
        targets.Add(L(label), new InMemoryTarget(L(label), kind) { Edges = edges });

    public void AddLoads(string package, params string[] labels) => loads.Add(L(package).Package, labels.Select(L).ToArray());

    public HashSet<(string Target, string From)> Invisible { get; } = [];

    public static Label L(string text) => Label.Parse(text, PackageId.MainRoot);

    public IQueryTarget GetTarget(Label label) =>
        targets.TryGetValue(label, out InMemoryTarget? target) ? target : throw new QueryException($"no such target '{label}'");

    public IEnumerable<IQueryTarget> TargetsOf(PackageId package) => targets.Values.Where(target => target.Label.Package == package);

    public IEnumerable<IQueryTarget> Resolve(TargetPattern pattern) => pattern.Kind switch
    {
        TargetPatternKind.SingleTarget => [GetTarget(pattern.Label)],
        TargetPatternKind.TargetsInPackage => TargetsOf(pattern.Package).Where(target => !pattern.RulesOnly || IsRule(target)),
        _ => targets.Values.Where(target =>
            pattern.Package.Contains(target.Label.Package) && (!pattern.RulesOnly || IsRule(target))),
    };

    public Label BuildFileOf(PackageId package) => new(package, "BUILD");

    public IEnumerable<Label> LoadFilesOf(PackageId package) => loads.GetValueOrDefault(package) ?? [];

    public bool IsVisible(IQueryTarget target, IQueryTarget from) =>
        !Invisible.Contains((target.Label.ToString(), from.Label.ToString()));

    public TargetPattern ParsePattern(string text) => TargetPattern.Parse(text, PackageId.MainRoot);

    private static bool IsRule(IQueryTarget target) => target.Kind.EndsWith(" rule", StringComparison.Ordinal);

    internal sealed record InMemoryTarget(Label Label, string Kind) : IQueryTarget
    {
        public string Location => $"/w/{Label.Package.ExecPath}/BUILD:1:1";

        public bool IsExecutable => Kind is "cc_binary rule";

        public IReadOnlyList<QueryEdge> Edges { get; set; } = [];

        public IReadOnlyList<QueryAttribute> Attributes { get; set; } = [];

        public IReadOnlyList<string> Provenance => [$"# Rule {Label.Name} instantiated at (most recent call last):", $"#   {Location} in <toplevel>"];

        public InMemoryTarget With(string name, params object?[] parts)
        {
            Attributes = [.. Attributes, new QueryAttribute(name, true, parts.Select(part => part as QueryAttribute.Part ?? QueryAttribute.Part.Of(part)).ToArray())];
            return this;
        }
    }
}
