using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Reads what Starlark code may pass where a sequence is wanted.</summary>
internal static class SequenceReader
{
    /// <summary>The elements of a list, tuple or other iterable; null when it is none.</summary>
    public static IReadOnlyList<Value>? Of(Value value)
    {
        if (value.As<StarlarkSequence>() is { } sequence)
            return sequence;
        if (value.As<Depset>() is { } depset)
            return depset.Elements.ToList();
        return value.As<StarlarkObject>()?.Iterate()?.ToArray();
    }

    /// <summary>Whether <see cref="Of"/> would give elements; nothing is flattened for the answer.</summary>
    public static bool IsSequence(Value value) => value.As<Depset>() is not null || value.As<StarlarkObject>()?.Iterate() is not null;

    /// <exception cref="StarlarkException">It is no sequence, or an element is no string.</exception>
    public static string[] Strings(in CallContext call, int parameter)
    {
        if (call[parameter].IsNone || call[parameter].IsUnbound)
            return [];
        IReadOnlyList<Value> items = Of(call[parameter]) ?? throw call.WrongType(parameter, "sequence of strings");
        var strings = new string[items.Count];
        for (int i = 0; i < strings.Length; i++)
        {
            strings[i] = items[i].AsString()
                ?? throw call.Error($"in call to {call.Name}(), at index {i}: got element of type {items[i].TypeName}, want string");
        }

        return strings;
    }
}
