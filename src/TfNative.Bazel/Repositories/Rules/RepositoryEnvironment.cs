using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>repository_ctx.os.environ: a dictionary that remembers which variables were asked for.</summary>
internal sealed class RepositoryEnvironment(IReadOnlyDictionary<string, string> variables, RepositoryInputs inputs) : StarlarkObject
{
    public override string TypeName => "dict";

    public override IEnumerable<string> AttributeNames => ["get", "items", "keys", "values"];

    /// <summary>The variable, or null; either way the repository now depends on it.</summary>
    public string? Read(string name)
    {
        string? value = variables.GetValueOrDefault(name);
        inputs.Environment[name] = value;
        return value;
    }

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = name switch
        {
            "get" => new Builtin("get", "key, default=None", (in CallContext c) => Read(c.String(0)) is { } text ? text : c[1]),
            "keys" => new Builtin("keys", "", (in CallContext _) => StarlarkList.OfStrings([.. All().Select(v => v.Key)])),
            "values" => new Builtin("values", "", (in CallContext _) => StarlarkList.OfStrings([.. All().Select(v => v.Value)])),
            "items" => new Builtin("items", "", (in CallContext _) => new StarlarkList(All().Select(v => (Value)StarlarkTuple.Create(v.Key, v.Value)))),
            _ => Value.Unbound,
        };
        return !value.IsUnbound;
    }

    public override bool TryIndex(Value key, out Value value)
    {
        value = key.AsString() is { } name && Read(name) is { } text ? text : Value.Unbound;
        return !value.IsUnbound;
    }

    public override bool? Contains(Value element) => element.AsString() is { } name && Read(name) is not null;

    public override IEnumerable<Value>? Iterate() => All().Select(v => (Value)v.Key);

    public override int Length => variables.Count;

    private IEnumerable<KeyValuePair<string, string>> All() => variables.Keys.Select(name => KeyValuePair.Create(name, Read(name)!));
}
