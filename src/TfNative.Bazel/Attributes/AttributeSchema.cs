using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>One attribute of a rule class: type, default and what it may hold.</summary>
public sealed record AttributeSchema
{
    public required string Name { get; init; }

    public required AttributeType Type { get; init; }

    /// <summary>The converted default; null stands for the type's empty value.</summary>
    public object? Default { get; init; }

    /// <summary>A Starlark function of other attributes, or a field of the configuration, that gives the default.</summary>
    public Value ComputedDefault { get; init; } = Value.Unbound;

    public bool Mandatory { get; init; }

    /// <summary>False for attributes that must not hold a select().</summary>
    public bool Configurable { get; init; } = true;

    public bool NonEmpty { get; init; }

    public bool AllowSingleFile { get; init; }

    /// <summary>Null: no files; empty: any file; otherwise the endings that are allowed.</summary>
    public IReadOnlyList<string>? AllowedFiles { get; init; }

    public bool Executable { get; init; }

    /// <summary>Whether a .bzl file declares it, with all that it may hold.</summary>
    public bool IsDeclaredInStarlark { get; init; }

    /// <summary>Its labels are mentioned only: they are no dependencies (Bazel's NODEP_LABEL).</summary>
    public bool IsNodep { get; init; }

    /// <summary>A list of it that no select makes is sorted when it is declared (Bazel's BuildType.java).</summary>
    public bool IsOrderIndependent { get; init; }

    /// <summary>A query counts its labels among tools, though they are built for the target.</summary>
    public bool IsTool { get; init; }

    public AttributeTransition Transition { get; init; }

    /// <summary>Whose platform the tools are for (config.exec(exec_group = ...)); null for the rule's own.</summary>
    public string? ExecGroup { get; init; }

    /// <summary>The transition() object of <see cref="AttributeTransition.Starlark"/>.</summary>
    public StarlarkObject? StarlarkTransition { get; init; }

    /// <summary>Each alternative is a set of providers that a dependency must have; empty: no demand.</summary>
    public IReadOnlyList<IReadOnlyList<StarlarkObject>> RequiredProviders { get; init; } = [];

    public IReadOnlyList<StarlarkObject> Aspects { get; init; } = [];

    /// <summary>The only values that are allowed; null: all.</summary>
    public IReadOnlyList<object>? AllowedValues { get; init; }

    public bool IsPrivate => Name.StartsWith('_');

    public bool IsLabel => Type is AttributeType.Label or AttributeType.LabelList
        or AttributeType.LabelKeyedStringDict or AttributeType.StringKeyedLabelDict;

    public bool IsOutput => Type is AttributeType.Output or AttributeType.OutputList;

    /// <summary>The value that an attribute of this type has when nothing sets it.</summary>
    public static object? EmptyValue(AttributeType type) => type switch
    {
        AttributeType.String => "",
        AttributeType.StringList => Array.Empty<string>(),
        AttributeType.StringDict => new OrderedDictionary<string, string>(),
        AttributeType.StringListDict => new OrderedDictionary<string, string[]>(),
        AttributeType.LabelList or AttributeType.OutputList => Array.Empty<Label>(),
        AttributeType.LabelKeyedStringDict => new OrderedDictionary<Label, string>(),
        AttributeType.StringKeyedLabelDict => new OrderedDictionary<string, Label>(),
        AttributeType.Integer => 0,
        AttributeType.IntegerList => Array.Empty<int>(),
        AttributeType.Boolean => false,
        AttributeType.Tristate => -1,
        _ => null,
    };
}
