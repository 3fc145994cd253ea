using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A kind of rule: its attributes and how its instances are analysed. Native ones and those that rule() makes.</summary>
public sealed class RuleClass
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    /// <param name="attributes">The rule's own.</param>
    /// <param name="common">Those that it has beside them; null: a native rule's.</param>
    public RuleClass(string name, IEnumerable<AttributeSchema> attributes, IReadOnlyList<AttributeSchema>? common = null)
    {
        Name = name;
        var all = new List<AttributeSchema>();
        foreach (AttributeSchema attribute in (common ?? CommonAttributes.All).Concat(attributes))
        {
            // A rule's own definition of a common attribute replaces it.
            if (index.TryGetValue(attribute.Name, out int at))
            {
                all[at] = attribute;
            }
            else
            {
                index.Add(attribute.Name, all.Count);
                all.Add(attribute);
            }
        }

        Attributes = all;
    }

    public string Name { get; }

    /// <summary>The common attributes first, then the rule's own, in order of declaration.</summary>
    public IReadOnlyList<AttributeSchema> Attributes { get; }

    /// <summary>How instances are analysed; null: they can be declared and asked about, but not built.</summary>
    public IRuleImplementation? Implementation { get; init; }

    /// <summary>True for rules whose attributes we do not list (Java, Android): any attribute is taken.</summary>
    public bool AcceptsAnyAttribute { get; init; }

    /// <summary>Values that Bazel's own macro around the rule gives where a call gives none; selects that a query shows.</summary>
    public IReadOnlyDictionary<string, object> MacroDefaults { get; init; } = new Dictionary<string, object>();

    public bool IsExecutable { get; init; }

    public bool IsTest { get; init; }

    /// <summary>Its outputs lie in the genfiles folder, which Bazel made the same as bin.</summary>
    public bool OutputToGenfiles { get; init; }

    /// <summary>The type of build_setting, or null for ordinary rules.</summary>
    public BuildSettingKind? BuildSetting { get; init; }

    /// <summary>Implicit outputs: name to template such as "%{name}.jar".</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ImplicitOutputs { get; init; } = [];

    /// <summary>A function that gives implicit outputs from attributes; unbound when there is none.</summary>
    public Value ImplicitOutputFunction { get; init; } = Value.Unbound;

    /// <summary>Toolchain types that the rule asks for.</summary>
    public IReadOnlyList<ToolchainTypeRequirement> ToolchainTypes { get; init; } = [];

    /// <summary>Parts of the rule's actions with toolchains of their own, by name.</summary>
    public IReadOnlyDictionary<string, ExecGroup> ExecGroups { get; init; } = NoGroups;

    private static readonly Dictionary<string, ExecGroup> NoGroups = [];

    /// <summary>Constraint values that the platform must have which its actions run on.</summary>
    public IReadOnlyList<Label> ExecCompatibleWith { get; init; } = [];

    /// <summary>Providers that instances of a rule from a .bzl file promise to return.</summary>
    public IReadOnlyList<ProviderType> Provides { get; init; } = [];

    /// <summary>Changes the attributes of instances; null for none.</summary>
    public RuleInitializer? Initializer { get; init; }

    /// <summary>The .bzl file that defines it; null for native rules.</summary>
    public Label? DefinitionFile { get; init; }

    /// <summary>The rule's own transition (cfg), or null.</summary>
    public StarlarkObject? Transition { get; init; }

    public bool TryGetAttribute(string name, out int position) => index.TryGetValue(name, out position);

    public AttributeSchema? FindAttribute(string name) => index.TryGetValue(name, out int i) ? Attributes[i] : null;
}
