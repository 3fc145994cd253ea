using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The attr module (https://bazel.build/rules/lib/toplevel/attr): one function per attribute type.</summary>
internal static class AttrModule
{
    /// <param name="labels">Reads the labels of defaults, as seen from the .bzl file.</param>
    public static ModuleValue Create(LabelConverter labels) => ModuleValue.Of(
        "attr",
        Function("string", AttributeType.String, labels),
        Function("string_list", AttributeType.StringList, labels),
        Function("string_dict", AttributeType.StringDict, labels),
        Function("string_list_dict", AttributeType.StringListDict, labels),
        Function("label", AttributeType.Label, labels),
        Function("label_list", AttributeType.LabelList, labels),
        Function("label_keyed_string_dict", AttributeType.LabelKeyedStringDict, labels),
        Function("string_keyed_label_dict", AttributeType.StringKeyedLabelDict, labels),
        Function("int", AttributeType.Integer, labels),
        Function("int_list", AttributeType.IntegerList, labels),
        Function("bool", AttributeType.Boolean, labels),
        Function("output", AttributeType.Output, labels),
        Function("output_list", AttributeType.OutputList, labels),
        Function("license", AttributeType.StringList, labels));

    // Parameters of all the functions; a function that does not have one never sees it set.
    private const string Parameters =
        "*, configurable=unbound, default=unbound, doc=None, mandatory=False, values=[], allow_empty=True, non_empty=False, "
        + "providers=[], allow_files=None, allow_single_file=None, allow_rules=None, executable=False, cfg=None, aspects=[], "
        + "flags=[], single_file=None, skip_validations=False, materializer=None, for_dependency_resolution=None";

    private static Builtin Function(string name, AttributeType type, LabelConverter labels) =>
        new(name, type is AttributeType.String or AttributeType.Integer ? "default=unbound, doc=None, mandatory=False, values=[], *, configurable=unbound" : Parameters, (in CallContext c) =>
        {
            bool simple = type is AttributeType.String or AttributeType.Integer;
            return simple ? Simple(c, type, labels) : Full(c, type, labels);
        });

    private static AttributeDescriptor Simple(in CallContext c, AttributeType type, LabelConverter labels)
    {
        Value initial = c[0];
        IReadOnlyList<Value> values = SequenceReader.Of(c[3]) ?? [];
        return new(
            new()
            {
                Name = "",
                Type = type,
                Mandatory = c[2].Truth,
                AllowedValues = values.Count == 0 ? null : [.. values.Select(v => AttributeConverter.Convert(type, v, labels, () => "values")!)],
                Default = Default(type, initial, labels),
                ComputedDefault = Computed(initial),
            },
            initial);
    }

    private static AttributeDescriptor Full(in CallContext c, AttributeType type, LabelConverter labels)
    {
        Value initial = c[1], configuration = c[12];
        StarlarkObject? transition = configuration.As<StarlarkObject>();
        return new(
            new()
            {
                Name = "",
                Type = type,
                Mandatory = c[3].Truth,
                IsDeclaredInStarlark = true,
                IsOrderIndependent = (SequenceReader.Of(c[14]) ?? []).Any(flag => flag.AsString() == "ORDER_INDEPENDENT"),
                NonEmpty = c[6].Truth || !c[5].Truth,
                AllowedFiles = AllowedFiles(c[8]) ?? AllowedFiles(c[9]) ?? (c[15].Truth ? [] : null),
                AllowSingleFile = !c[9].IsNone && !(c[9].IsBool && !c[9].Truth) || c[15].Truth,
                Executable = c[11].Truth,
                Transition = configuration.TryGet(out string? text)
                    ? text is "exec" or "host" ? AttributeTransition.Exec : AttributeTransition.Target
                    : transition switch
                    {
                        null => AttributeTransition.Target,
                        ExecTransition => AttributeTransition.Exec,
                        TargetTransition => AttributeTransition.Target,
                        _ => AttributeTransition.Starlark,
                    },
                ExecGroup = (transition as ExecTransition)?.ExecGroup,
                StarlarkTransition = transition as TransitionValue,
                RequiredProviders = Providers(c[7]),
                Aspects = [.. (SequenceReader.Of(c[13]) ?? []).Select(a => a.As<StarlarkObject>()).OfType<StarlarkObject>()],
                Default = Default(type, initial, labels),
                ComputedDefault = Computed(initial),
            },
            initial);
    }

    private static object? Default(AttributeType type, Value value, LabelConverter labels) =>
        value.IsUnbound || value.IsNone || Computed(value) is { IsUnbound: false }
            ? null
            : AttributeConverter.Convert(type, value, labels, () => "parameter 'default' of attr function");

    private static Value Computed(Value value) =>
        value.As<StarlarkFunction>() is not null || value.As<ConfigurationField>() is not null ? value : Value.Unbound;

    private static IReadOnlyList<string>? AllowedFiles(Value value)
    {
        if (value.IsNone || value.IsUnbound)
            return null;
        if (value.IsBool)
            return value.Truth ? [] : null;
        return [.. (SequenceReader.Of(value) ?? []).Select(v => v.ToString())];
    }

    /// <summary>[A, B] or [[A, B], [C]] as alternatives of sets.</summary>
    internal static IReadOnlyList<IReadOnlyList<StarlarkObject>> Providers(Value value)
    {
        IReadOnlyList<Value> items = SequenceReader.Of(value) ?? [];
        if (items.Count == 0)
            return [];
        if (items.All(i => i.As<ProviderType>() is not null))
            return [[.. items.Select(i => (StarlarkObject)i.As<ProviderType>()!)]];
        return [.. items.Select(i => (IReadOnlyList<StarlarkObject>)[.. (SequenceReader.Of(i) ?? []).Select(p => p.As<StarlarkObject>()).OfType<StarlarkObject>()])];
    }
}
