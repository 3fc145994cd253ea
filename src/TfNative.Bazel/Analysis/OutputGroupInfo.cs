using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Named sets of further outputs (https://bazel.build/rules/lib/providers/OutputGroupInfo).</summary>
public sealed class OutputGroupInfo(IReadOnlyDictionary<string, Depset> groups) : StarlarkObject, IProviderInstance
{
    public IReadOnlyDictionary<string, Depset> Groups { get; } = groups;

    public ProviderType Provider => BuiltinProviders.OutputGroup;

    public override string TypeName => "OutputGroupInfo";

    public override IEnumerable<string> AttributeNames => Groups.Keys;

    /// <summary>The groups of both; those of one name joined.</summary>
    public OutputGroupInfo Merge(OutputGroupInfo other)
    {
        var joined = new Dictionary<string, Depset>(Groups, StringComparer.Ordinal);
        foreach ((string name, Depset group) in other.Groups)
        {
            joined[name] = joined.TryGetValue(name, out Depset? own)
                ? new Depset(NestedSet<Value>.Create(NestedSetOrder.Stable, [], [own.Elements, group.Elements]))
                : group;
        }

        return new(joined);
    }

    internal static Value FromCall(CallContextArguments call) => new OutputGroupInfo(call.Keywords.ToDictionary(
        k => k.Name, k => k.Value.As<Depset>() ?? Depset.Of(SequenceReader.Of(k.Value) ?? []), StringComparer.Ordinal));

    public override bool TryGetAttribute(string name, out Value value)
    {
        bool found = Groups.TryGetValue(name, out Depset? group);
        value = group is null ? default : group;
        return found;
    }

    public override bool TryIndex(Value key, out Value value)
    {
        value = default;
        return key.TryGet(out string? name) && TryGetAttribute(name, out value);
    }

    public override IEnumerable<Value> Iterate() => Groups.Keys.Order(StringComparer.Ordinal).Select(name => (Value)name);

    public override bool? Contains(Value element) => element.TryGet(out string? name) && Groups.ContainsKey(name);
}
