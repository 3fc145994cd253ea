namespace TfNative.Starlark;

/// <summary>Methods of dicts.</summary>
internal static class DictMethods
{
    public static MethodTable Table { get; } = new(
        new Builtin("clear", "", static (in CallContext c) =>
        {
            Self(c).Clear();
            return Value.None;
        }),
        new Builtin("get", "key, /, default=None", static (in CallContext c) =>
            Self(c).TryGetValue(c[0], out Value value) ? value : c[1]),
        new Builtin("items", "", static (in CallContext c) =>
        {
            StarlarkDict dict = Self(c);
            var items = new StarlarkList(dict.Count);
            for (int i = 0; i < dict.Table.End; i++)
            {
                if (dict.Table.IsLive(i))
                    items.AddUnchecked(StarlarkTuple.Wrap([dict.Table.KeyAt(i), dict.Table.ValueAt(i)]));
            }
            return items;
        }),
        new Builtin("keys", "", static (in CallContext c) => new StarlarkList(Self(c).Keys)),
        new Builtin("pop", "key, /, default=unbound", static (in CallContext c) =>
        {
            if (Self(c).Remove(c[0], out Value value))
                return value;
            return c.IsGiven(1) ? c[1] : throw c.Error($"KeyError: {c[0].Repr()}");
        }),
        new Builtin("popitem", "", static (in CallContext c) =>
        {
            StarlarkDict dict = Self(c);
            dict.Mutability.Check("dict");
            foreach (KeyValuePair<Value, Value> entry in dict)
            {
                dict.Table.Remove(entry.Key, out _);
                return StarlarkTuple.Create(entry.Key, entry.Value);
            }
            throw c.Error("popitem: empty dictionary");
        }),
        new Builtin("setdefault", "key, /, default=None", static (in CallContext c) =>
        {
            StarlarkDict dict = Self(c);
            dict.Mutability.Check("dict");
            if (dict.TryGetValue(c[0], out Value value))
                return value;
            dict[c[0]] = c[1];
            return c[1];
        }),
        new Builtin("update", "pairs=[], /, **kwargs", static (in CallContext c) =>
        {
            Update(Self(c), c[0], c.KeywordArgs, "update");
            return Value.None;
        }),
        new Builtin("values", "", static (in CallContext c) =>
        {
            StarlarkDict dict = Self(c);
            var values = new StarlarkList(dict.Count);
            for (int i = 0; i < dict.Table.End; i++)
            {
                if (dict.Table.IsLive(i))
                    values.AddUnchecked(dict.Table.ValueAt(i));
            }
            return values;
        }));

    /// <summary>Sets the pairs, then the keyword arguments.</summary>
    public static void Update(StarlarkDict dict, Value pairs, ReadOnlySpan<(string Name, Value Value)> kwargs, string function)
    {
        dict.Mutability.Check("dict");
        if (pairs.Ref is StarlarkDict other)
        {
            if (other != dict)
                dict.Update(other);
        }
        else
        {
            AddPairs(dict, pairs, function);
        }
        foreach ((string name, Value value) in kwargs)
            dict.Table.Set(name, value);
    }

    private static void AddPairs(StarlarkDict dict, Value pairs, string function)
    {
        if (pairs.Ref is not StarlarkObject source || source.Iterate() is not { } elements)
            throw StarlarkException.Create($"in {function}, got {pairs.TypeName}, want iterable");
        int position = 0;
        foreach (Value pair in elements)
        {
            if (pair.Ref is not StarlarkObject target || target.Iterate() is null)
                throw StarlarkException.Create($"in {function}, dictionary update sequence element #{position} is not iterable ({pair.TypeName})");
            Value[] items = Elements.ToArray(pair);
            if (items.Length != 2)
                throw StarlarkException.Create($"in {function}, item #{position} has length {items.Length}, but exactly two elements are required");
            dict.Table.Set(items[0], items[1]);
            position++;
        }
    }

    private static StarlarkDict Self(in CallContext c) => (StarlarkDict)c.Self.Ref!;
}
