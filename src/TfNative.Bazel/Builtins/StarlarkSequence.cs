using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Reads what Starlark code may pass where a sequence is wanted.</summary>
internal static class StarlarkSequence
{
    /// <summary>The elements of a list, tuple or other iterable; null when it is none.</summary>
    public static IReadOnlyList<Value>? Of(Value value)
    {
        if (value.As<StarlarkList>() is { } list)
            return list.ToArray();
        if (value.As<StarlarkTuple>() is { } tuple)
            return tuple.ToArray();
        if (value.As<Depset>() is { } depset)
            return depset.Elements.ToList();
        return value.As<StarlarkObject>() is IEnumerable<Value> items ? items.ToArray() : null;
    }

    /// <exception cref="StarlarkException">It is no sequence, or an element is no string.</exception>
    public static string[] Strings(in CallContext call, int parameter)
    {
        if (call[parameter].IsNone || call[parameter].IsUnbound)
            return [];
        IReadOnlyList<Value> items = Of(call[parameter]) ?? throw call.Error($"want a sequence of strings, got {call[parameter].TypeName}");
        var strings = new string[items.Count];
        for (int i = 0; i < strings.Length; i++)
            strings[i] = items[i].TryGet(out string? s) ? s : throw call.Error($"at index {i}: want a string, got {items[i].TypeName}");
        return strings;
    }
}
