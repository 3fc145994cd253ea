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

    public IReadOnlyList<Label> ToolchainTypes { get; init; } = [];

    public string Name { get; private set; } = "aspect";

    public override string TypeName => "Aspect";

    public override bool IsHashable => true;

    public void Export(Label file, string name) => Name = name;

    private const string Parameters =
        "implementation, attr_aspects=[], toolchains_aspects=[], attrs={}, required_providers=[], required_aspect_providers=[], "
        + "provides=[], requires=[], propagation_predicate=None, fragments=[], host_fragments=[], toolchains=[], "
        + "incompatible_use_toolchain_transition=False, doc=None, *, apply_to_generating_rules=False, exec_compatible_with=[], "
        + "exec_groups=None, subrules=[]";

    public static Builtin CreateFunction(LabelConverter labels) => new("aspect", Parameters, (in CallContext c) => new StarlarkAspect
    {
        Implementation = c[0],
        AttributeAspects = SequenceReader.Strings(c, 1),
        Attributes = StarlarkRule.NamedAttributes(c[3]),
        RequiredProviders = AttrModule.Providers(c[4]),
        RequiredAspectProviders = AttrModule.Providers(c[5]),
        Requires = [.. (SequenceReader.Of(c[7]) ?? []).Select(a => a.As<StarlarkObject>()).OfType<StarlarkObject>()],
        ToolchainTypes = [.. (SequenceReader.Of(c[11]) ?? []).Select(t => StarlarkRule.ToolchainType(t, labels))],
    });
}
