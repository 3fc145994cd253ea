using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What aspect() gives (https://bazel.build/rules/lib/globals/bzl#aspect).</summary>
public sealed class StarlarkAspect : StarlarkObject, IExportedValue
{
    public required Value Implementation { get; init; }

    /// <summary>The attributes along which it goes; "*" for all.</summary>
    public required IReadOnlyList<string> AttributeAspects { get; init; }

    public required IReadOnlyList<AttributeSchema> Attributes { get; init; }

    public IReadOnlyList<IReadOnlyList<StarlarkObject>> RequiredProviders { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<StarlarkObject>> RequiredAspectProviders { get; init; } = [];

    public IReadOnlyList<StarlarkObject> Requires { get; init; } = [];

    /// <summary>What it promises to return; how other aspects find it.</summary>
    public IReadOnlyList<StarlarkObject> Provides { get; init; } = [];

    public IReadOnlyList<ToolchainTypeRequirement> ToolchainTypes { get; init; } = [];

    public IReadOnlyDictionary<string, ExecGroup> ExecGroups { get; init; } = new Dictionary<string, ExecGroup>();

    public string Name { get; private set; } = "aspect";

    public override string TypeName => "Aspect";

    public override bool IsHashable => true;

    private Label? definitionFile;
    private RuleClass? ruleClass;

    public void Export(Label file, string name)
    {
        Name = name;
        definitionFile = file;
    }

    /// <summary>
    /// The aspect's own attributes on a target in the form of a rule: they are resolved and depended on as a rule's are.
    /// </summary>
    internal Rule CreateRule(Rule target, IReadOnlyDictionary<string, object?> publicValues)
    {
        ruleClass ??= new RuleClass(Name, Attributes, CommonAttributes.OfStarlarkRules) { DefinitionFile = definitionFile, ToolchainTypes = ToolchainTypes, ExecGroups = ExecGroups };
        var values = new object?[ruleClass.Attributes.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = publicValues.TryGetValue(ruleClass.Attributes[i].Name, out object? value) ? value : Rule.NotGiven;
        return new Rule(target.Package, target.Label, target.Location, ruleClass, values, null) { Visibility = target.Visibility };
    }

    private const string Parameters =
        "implementation, attr_aspects=[], toolchains_aspects=[], attrs={}, required_providers=[], required_aspect_providers=[], "
        + "provides=[], requires=[], propagation_predicate=None, fragments=[], host_fragments=[], toolchains=[], "
        + "incompatible_use_toolchain_transition=False, doc=None, *, apply_to_generating_rules=False, exec_compatible_with=[], "
        + "exec_groups=None, subrules=[]";

    public static Builtin CreateFunction(LabelConverter labels) => new("aspect", Parameters, (in CallContext c) =>
    {
        if (c[17].Truth)
            throw ExperimentalApi.Error(c, "aspect(subrules = ...)");
        List<AttributeSchema> attributes = StarlarkRule.NamedAttributes(c[3]);
        IReadOnlyDictionary<string, ExecGroup> execGroups = ExecGroup.Named(c, c[16]);
        StarlarkRule.CheckExecGroups(c, attributes, execGroups);
        return new StarlarkAspect
        {
            Implementation = c[0],
            AttributeAspects = SequenceReader.Strings(c, 1),
            Attributes = attributes,
            RequiredProviders = AttrModule.Providers(c[4]),
            RequiredAspectProviders = AttrModule.Providers(c[5]),
            Provides = [.. (SequenceReader.Of(c[6]) ?? []).Select(p => p.As<StarlarkObject>()).OfType<StarlarkObject>()],
            Requires = [.. (SequenceReader.Of(c[7]) ?? []).Select(a => a.As<StarlarkObject>()).OfType<StarlarkObject>()],
            ToolchainTypes = [.. (SequenceReader.Of(c[11]) ?? []).Select(t => StarlarkRule.ToolchainType(t, labels))],
            ExecGroups = execGroups,
        };
    });
}
