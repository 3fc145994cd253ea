using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>An instance of a rule class in a package, with the attributes that its declaration gave.</summary>
public sealed class Rule : Target
{
    private readonly object?[] values;

    internal Rule(Package package, Label label, Location? location, RuleClass ruleClass, object?[] values, string? generatorFunction)
        : base(package, label, location)
    {
        RuleClass = ruleClass;
        this.values = values;
        GeneratorFunction = generatorFunction;
    }

    /// <summary>Stands in the value table for an attribute that the declaration did not give.</summary>
    internal static readonly object NotGiven = new();

    public RuleClass RuleClass { get; }

    public override Rule AssociatedRule => this;

    public override string Kind => $"{RuleClass.Name} rule";

    /// <summary>The macro that declared the rule, or null.</summary>
    public string? GeneratorFunction { get; }

    public Visibility Visibility { get; internal set; } = Visibility.Private;

    /// <summary>Outputs that attributes or implicit output templates declare, in order.</summary>
    public IReadOnlyList<OutputFile> Outputs { get; internal set; } = [];

    /// <summary>Implicit outputs by the name that the rule class gives them (ctx.outputs.NAME).</summary>
    public IReadOnlyDictionary<string, OutputFile> ImplicitOutputs { get; internal set; } = NoOutputs;

    private static readonly Dictionary<string, OutputFile> NoOutputs = [];

    /// <summary>Only tests, and what only they use, may depend on it.</summary>
    public bool IsTestonly => GetRaw("testonly") is true;

    public bool IsExplicit(int index) => !ReferenceEquals(values[index], NotGiven);

    public bool IsExplicit(string attribute) => RuleClass.TryGetAttribute(attribute, out int index) && IsExplicit(index);

    /// <summary>
    /// The value as declared or the default: null, a typed value (see <see cref="AttributeType"/>) or a
    /// <see cref="ConfigurableValue"/>.
    /// </summary>
    public object? GetRaw(int index)
    {
        object? value = values[index];
        if (!ReferenceEquals(value, NotGiven))
            return value;
        AttributeSchema schema = RuleClass.Attributes[index];
        return schema.Name switch
        {
            // Tests and suites of them are, whatever their package says (BaseRuleClasses.java, TestSuiteRule.java).
            "testonly" => RuleClass.IsTest || RuleClass.Name == "test_suite" || Package.Defaults.Testonly,
            "deprecation" => Package.Defaults.Deprecation,
            "compatible_with" => Package.Defaults.CompatibleWith,
            "restricted_to" => Package.Defaults.RestrictedTo,
            _ => schema.Default ?? AttributeSchema.EmptyValue(schema.Type),
        };
    }

    public object? GetRaw(string attribute) =>
        RuleClass.TryGetAttribute(attribute, out int index) ? GetRaw(index) : null;
}
