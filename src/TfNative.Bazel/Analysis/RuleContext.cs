using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>What a rule sees while it is analysed: its attributes, what it depends on, and a place for its actions.</summary>
public sealed partial class RuleContext
{
    private readonly Analyzer analyzer;
    private readonly Dictionary<int, IReadOnlyList<ConfiguredTarget>> prerequisites = [];

    internal RuleContext(Analyzer analyzer, Rule rule, BuildConfiguration configuration)
    {
        this.analyzer = analyzer;
        Rule = rule;
        Configuration = configuration;
    }

    public Rule Rule { get; }

    public Label Label => Rule.Label;

    public BuildConfiguration Configuration { get; }

    internal AnalysisEnvironment Environment => analyzer.Environment;

    internal Analyzer Analyzer => analyzer;

    public ActionGraphBuilder Graph => Environment.Graph;

    public FileValues FileValues => Environment.FileValues;

    public bool Has(string attribute) => Rule.RuleClass.TryGetAttribute(attribute, out _);

    /// <summary>The attribute's value in this configuration; the type's empty value when it is not set.</summary>
    public T? Get<T>(string attribute) => Environment.Attributes.Get<T>(Rule, attribute, Configuration);

    public string GetString(string attribute) => Get<string>(attribute) ?? "";

    public bool GetBool(string attribute) => Has(attribute) && Get<bool>(attribute);

    public int GetInt(string attribute) => Get<int>(attribute);

    public string[] GetStrings(string attribute) => Get<string[]>(attribute) ?? [];

    public Label[] GetLabels(string attribute) => Get<Label[]>(attribute) ?? [];

    public object? GetValue(int index) => Environment.Attributes.Get(Rule, index, Configuration);

    /// <summary>The analysed targets that a label attribute names, in order.</summary>
    public IReadOnlyList<ConfiguredTarget> Prerequisites(string attribute) =>
        Rule.RuleClass.TryGetAttribute(attribute, out int index) ? Prerequisites(index) : [];

    public IReadOnlyList<ConfiguredTarget> Prerequisites(int index)
    {
        if (prerequisites.TryGetValue(index, out IReadOnlyList<ConfiguredTarget>? known))
            return known;
        AttributeSchema schema = Rule.RuleClass.Attributes[index];
        IEnumerable<Label> labels = AttributeLabels.Of(GetValue(index), includeConditions: false);
        if (ReferenceEquals(labels, Array.Empty<Label>()))
            return prerequisites[index] = [];
        Environment.Packages.Prefetch(labels);
        AspectPath? aspects = AspectsOf(schema);
        var targets = new List<ConfiguredTarget>();
        foreach (BuildConfiguration configuration in ConfigurationsOf(schema))
        {
            foreach (Label label in labels)
            {
                ConfiguredTarget target = analyzer.Get(label, configuration, Rule);
                if (target.Incompatibility is not null)
                    throw new IncompatibleDependencyException(target);
                VisibilityChecker.Check(Environment, Rule, label, schema.IsPrivate);
                if (UnderAspect is null && Propagating is null)
                {
                    PrerequisiteCheck.Check(schema, Rule, target);
                    DeprecationCheck.Check(Environment, Rule, target);
                }

                targets.Add(aspects is null ? target : analyzer.Aspects.Apply(target, aspects));
            }
        }

        return prerequisites[index] = targets;
    }

    /// <summary>The dependencies that have been looked at.</summary>
    internal IEnumerable<ConfiguredTarget> Resolved => prerequisites.Values.SelectMany(targets => targets);

    /// <summary>Analyses all that the rule depends on, as the errors of Starlark rules must not wait for who looks at what.</summary>
    internal void ResolvePrerequisites()
    {
        for (int i = 0; i < Rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = Rule.RuleClass.Attributes[i];
            if (schema.IsLabel && schema.Name is not ("visibility" or "applicable_licenses" or "package_metadata"))
                Prerequisites(i);
        }
    }

    /// <summary>The aspects that are going along this rule's attributes, when one of them looks at it.</summary>
    internal AspectPath? Propagating { get; init; }

    /// <summary>For the context of an aspect: the rule that it looks at, with the aspect on its dependencies.</summary>
    internal RuleContext? UnderAspect { get; init; }

    private AspectPath? AspectsOf(AttributeSchema schema) =>
        Propagating is not null ? Propagating.Along(schema.Name)
        : schema.Aspects.Count > 0 ? AspectPath.Of(schema.Aspects.OfType<StarlarkAspect>(), this)
        : null;

    /// <summary>The configurations of what an attribute names; several only where a transition splits.</summary>
    internal IReadOnlyList<BuildConfiguration> ConfigurationsOf(AttributeSchema schema) => schema.Transition switch
    {
        AttributeTransition.Exec => [Configuration.Exec],
        AttributeTransition.Starlark when schema.StarlarkTransition is TransitionValue transition =>
            [.. Environment.Transitions.Apply(transition, Configuration, this).Select(t => t.Configuration)],
        _ => [Configuration],
    };

    public ConfiguredTarget? Prerequisite(string attribute) => Prerequisites(attribute) is { Count: > 0 } targets ? targets[0] : null;

    /// <summary>All files of the targets that an attribute names.</summary>
    public IEnumerable<Artifact> Files(string attribute) => Prerequisites(attribute).SelectMany(t => t.Files);

    /// <summary>An output with this name in the rule's package.</summary>
    public Artifact DeclareFile(string name, ArtifactKind kind = ArtifactKind.File) =>
        DeclareAt(PackageId.Join(Label.Package.ExecPath, name), kind);

    /// <summary>An output at a path under the configuration's bin folder.</summary>
    public Artifact DeclareAt(string pathInBin, ArtifactKind kind = ArtifactKind.File)
    {
        Artifact artifact = Graph.Output(Configuration.BinDirectory + "/" + pathInBin, kind);
        FileValues.Register(artifact, Label, Configuration.BinDirectory);
        return artifact;
    }

    /// <summary>Runfiles of the target among the rule's dependencies whose executable this is.</summary>
    public Runfiles? RunfilesOfTool(Artifact tool) => prerequisites.Values.SelectMany(p => p)
        .FirstOrDefault(t => ReferenceEquals(t.Default?.Executable, tool))?.Default?.Runfiles;

    /// <summary>What the rule's programs see of the environment: a search path, and what --action_env names.</summary>
    public ActionEnvironment ActionEnvironment => Environment.ActionEnvironmentOf(Configuration);

    public BazelException Error(string code, string message) => new(code, $"{Label}: {message}", Rule.Location, Label);

    public BazelException AttributeError(string attribute, string message) =>
        new(BazelErrorCode.RuleFailed, $"in {attribute} attribute of {Rule.RuleClass.Name} rule {Label}: {message}", Rule.Location, Label);
}
