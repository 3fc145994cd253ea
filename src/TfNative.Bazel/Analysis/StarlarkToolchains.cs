using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.toolchains: indexed by toolchain type, as a label or its text (https://bazel.build/extending/toolchains).</summary>
internal sealed class StarlarkToolchains(RuleContext rule, IReadOnlyList<ToolchainTypeRequirement> types) : StarlarkObject
{
    private readonly Dictionary<Label, Value> resolved = [];

    /// <summary>Of the rule itself.</summary>
    public StarlarkToolchains(RuleContext rule)
        : this(rule, rule.Rule.RuleClass.ToolchainTypes)
    {
    }

    public override string TypeName => "ToolchainContext";

    /// <summary>Whether the rule asks for the type.</summary>
    public override bool? Contains(Value element) => Requirement(element) is not null;

    /// <exception cref="BazelException">The type is mandatory and no toolchain fits.</exception>
    public override bool TryIndex(Value key, out Value value)
    {
        if (Requirement(key) is not { } requirement)
        {
            throw rule.Error(
                BazelErrorCode.RuleFailed,
                $"the rule does not ask for the toolchain type {key}; add it to toolchains of {rule.Rule.RuleClass.Name}");
        }

        if (!resolved.TryGetValue(requirement.Type, out value))
            resolved.Add(requirement.Type, value = Resolve(requirement));
        return true;
    }

    private Value Resolve(ToolchainTypeRequirement requirement) => ToolchainResolver.Resolve(rule, requirement.Type) ?? (!requirement.Mandatory
        ? Value.None
        : throw rule.Error(
            BazelErrorCode.MissingToolchain,
            $"no matching toolchain found for {requirement.Type}; name a toolchain() target for it with the option extra_toolchains"));

    private ToolchainTypeRequirement? Requirement(Value key)
    {
        Label? label = key.As<LabelValue>()?.Label ?? (key.TryGet(out string? text) ? Parse(text) : null);
        return label is null ? null : types.FirstOrDefault(t => t.Type.Equals(label));
    }

    private Label Parse(string text) => (rule.Rule.RuleClass.DefinitionFile is { } file && !text.StartsWith('@') && !text.StartsWith("//", StringComparison.Ordinal))
        ? file.Relative(text)
        : rule.Rule.RuleClass.DefinitionFile is { } defined && text.StartsWith("//", StringComparison.Ordinal)
            ? Label.Parse(text, defined.Package)
            : rule.Rule.Package.Labels.Convert(text);

    public override string ToString() => $"toolchains of {rule.Label}";
}
