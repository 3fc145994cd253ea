namespace TfNative.Starlark;

/// <summary>Attributes of all values: methods of the built-in types, and what host types define.</summary>
internal static class Attributes
{
    public static Value Get(Value target, string name)
    {
        if (TryGet(target, name, out Value value))
            return value;
        throw Missing(target, name);
    }

    public static bool TryGet(Value target, string name, out Value value)
    {
        if (MethodTable.Of(target) is { } table)
        {
            Builtin? method = table.Find(name);
            value = method is null ? default : Value.FromObject(new BoundMethod(target, method));
            return method is not null;
        }
        value = default;
        return target.Ref is StarlarkObject host && host.TryGetAttribute(name, out value);
    }

    public static IEnumerable<string> Names(Value target)
    {
        if (MethodTable.Of(target) is { } table)
            return table.Names;
        return target.Ref is StarlarkObject host ? host.AttributeNames : [];
    }

    public static StarlarkException Missing(Value target, string name) =>
        StarlarkException.Create(
            $"'{target.TypeName}' value has no field or method '{name}'{Spelling.Suggest(name, Names(target))}");
}
