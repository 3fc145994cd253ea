namespace TfNative.Starlark;

/// <summary>The methods of a built-in type.</summary>
internal sealed class MethodTable(params Builtin[] methods)
{
    private readonly Dictionary<string, Builtin> byName = methods.ToDictionary(m => m.Name);

    public IEnumerable<string> Names => byName.Keys;

    public Builtin? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Null for values whose type has no methods of its own here.</summary>
    public static MethodTable? Of(Value value) =>
        value.Ref is string ? StringMethods.Table : (value.Ref as StarlarkObject)?.Methods;
}
