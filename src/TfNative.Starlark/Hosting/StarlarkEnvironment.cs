namespace TfNative.Starlark;

/// <summary>Names that a host defines for a file, before those of the core library (<see cref="Universe"/>).</summary>
public sealed class StarlarkEnvironment
{
    private readonly Dictionary<string, Value> values;
    private readonly StarlarkEnvironment? parent;

    public StarlarkEnvironment(IEnumerable<KeyValuePair<string, Value>> values, StarlarkEnvironment? parent = null)
    {
        this.values = new Dictionary<string, Value>(values);
        this.parent = parent;
    }

    /// <summary>No names beyond the core library's.</summary>
    public static StarlarkEnvironment Empty { get; } = new([]);

    public IEnumerable<string> Names => parent is null ? values.Keys : values.Keys.Concat(parent.Names);

    public bool Defines(string name) => values.ContainsKey(name) || parent?.Defines(name) == true;

    public bool TryGet(string name, out Value value)
    {
        if (values.TryGetValue(name, out value))
            return true;
        return parent is not null && parent.TryGet(name, out value);
    }
}
