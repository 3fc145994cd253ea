namespace TfNative.Starlark;

/// <summary>
/// The names that every file has: https://github.com/bazelbuild/starlark/blob/master/spec.md#built-in-constants-and-functions.
/// </summary>
public static class Universe
{
    private static readonly Dictionary<string, Value> Values = Create();

    public static IEnumerable<string> Names => Values.Keys;

    public static bool TryGet(string name, out Value value) => Values.TryGetValue(name, out value);

    private static Dictionary<string, Value> Create()
    {
        var values = new Dictionary<string, Value>
        {
            ["None"] = Value.None,
            ["True"] = Value.True,
            ["False"] = Value.False,
        };
        void Define(string name, string signature, BuiltinHandler handler) => values[name] = new Builtin(name, signature, handler);
        CollectionFunctions.Define(Define);
        ConversionFunctions.Define(Define);
        SequenceFunctions.Define(Define);
        ReflectionFunctions.Define(Define);
        return values;
    }
}

/// <summary>Adds a builtin to a table under construction.</summary>
internal delegate void DefineBuiltin(string name, string signature, BuiltinHandler handler);
