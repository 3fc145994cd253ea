namespace TfNative.Starlark;

/// <summary>Functions that make collections: list, tuple, dict, set, range, enumerate, zip, reversed.</summary>
internal static class CollectionFunctions
{
    public static void Define(DefineBuiltin define)
    {
        define("list", "x=(), /", static (in CallContext c) => Elements.ToList(c, 0));
        define("tuple", "x=(), /", static (in CallContext c) =>
            c[0].Ref is StarlarkTuple same ? same : StarlarkTuple.Wrap(Elements.ToArray(c, 0)));
        define("set", "elements=[], /", MakeSet);
        define("dict", "pairs=[], /, **kwargs", static (in CallContext c) =>
        {
            var dict = new StarlarkDict();
            DictMethods.Update(dict, c[0], c.KeywordArgs, "dict");
            return dict;
        });
        define("range", "start_or_stop, stop=unbound, step=1, /", MakeRange);
        define("enumerate", "list, /, start=0", Enumerate);
        define("zip", "*args", Zip);
        define("reversed", "sequence, /", static (in CallContext c) =>
        {
            Value[] items = Elements.ToArray(c, 0);
            Array.Reverse(items);
            return StarlarkList.Wrap(items);
        });
    }

    private static Value MakeSet(in CallContext c)
    {
        var set = new StarlarkSet();
        foreach (Value value in c.Iterable(0))
            set.Table.TryAdd(value, default);
        return set;
    }

    private static Value MakeRange(in CallContext c)
    {
        int start = c.IsGiven(1) ? Bound(c, 0, "start") : 0;
        int stop = c.IsGiven(1) ? Bound(c, 1, "stop") : Bound(c, 0, "stop");
        int step = Bound(c, 2, "step");
        if (step == 0)
            throw c.Error("step cannot be 0");
        var range = new StarlarkRange(start, stop, step);
        return range.LongLength <= int.MaxValue
            ? range
            : throw c.Error($"len({Value.FromObject(range)}) exceeds signed 32-bit range");
    }

    private static int Bound(in CallContext c, int parameter, string name)
    {
        if (!c[parameter].IsInt)
            throw c.WrongType(parameter, "int");
        return c[parameter].TryGetInt(out long value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw c.Error($"got {c[parameter]} for {name}, want value in signed 32-bit range");
    }

    private static Value Enumerate(in CallContext c)
    {
        Value[] items = Elements.ToArray(c, 0);
        Value index = c[1].IsInt ? c[1] : throw c.WrongType(1, "int");
        for (int i = 0; i < items.Length; i++)
            items[i] = StarlarkTuple.Wrap([IntOperations.Add(index, i), items[i]]);
        return StarlarkList.Wrap(items);
    }

    private static Value Zip(in CallContext c)
    {
        StarlarkTuple args = c.Args;
        var result = new StarlarkList();
        if (args.Count == 0)
            return result;
        var sources = new Value[args.Count][];
        int length = int.MaxValue;
        for (int i = 0; i < sources.Length; i++)
        {
            sources[i] = Elements.ToArray(args[i]);
            length = Math.Min(length, sources[i].Length);
        }
        for (int i = 0; i < length; i++)
        {
            var tuple = new Value[sources.Length];
            for (int j = 0; j < tuple.Length; j++)
                tuple[j] = sources[j][i];
            result.AddUnchecked(StarlarkTuple.Wrap(tuple));
        }
        return result;
    }
}
