namespace TfNative.Starlark;

/// <summary>Methods of lists.</summary>
internal static class ListMethods
{
    public static MethodTable Table { get; } = new(
        new Builtin("append", "item, /", static (in CallContext c) =>
        {
            Self(c).Add(c[0]);
            return Value.None;
        }),
        new Builtin("clear", "", static (in CallContext c) =>
        {
            Self(c).Clear();
            return Value.None;
        }),
        new Builtin("extend", "items, /", static (in CallContext c) =>
        {
            StarlarkList list = Self(c);
            if (c[0].Ref is StarlarkSequence sequence)
                list.AddRange(sequence.Span);
            else
                list.AddRange(Elements.ToArray(c, 0));
            return Value.None;
        }),
        new Builtin("index", "x, start=None, end=None, /", static (in CallContext c) =>
        {
            StarlarkList list = Self(c);
            (int start, int end) = c.Range(1, list.Count);
            for (int i = start; i < end; i++)
            {
                if (list[i].Equals(c[0]))
                    return i;
            }
            throw c.Error($"item {c[0].Repr()} not found in list");
        }),
        new Builtin("insert", "index, item, /", static (in CallContext c) =>
        {
            if (!c[0].IsInt)
                throw c.WrongType(0, "int");
            StarlarkList list = Self(c);
            list.Insert(Indexing.Range(c[0], Value.None, list.Count).Start, c[1]);
            return Value.None;
        }),
        new Builtin("pop", "i=-1, /", static (in CallContext c) =>
        {
            StarlarkList list = Self(c);
            list.Mutability.Check("list");
            int index = Indexing.Index(c[0].IsInt ? c[0] : c.IsNone(0) ? -1 : throw c.WrongType(0, "int or NoneType"), list.Count);
            Value item = list[index];
            list.RemoveAt(index);
            return item;
        }),
        new Builtin("remove", "x, /", static (in CallContext c) =>
        {
            StarlarkList list = Self(c);
            list.Mutability.Check("list");
            for (int i = 0; i < list.Count; i++)
            {
                if (list[i].Equals(c[0]))
                {
                    list.RemoveAt(i);
                    return Value.None;
                }
            }
            throw c.Error($"item {c[0].Repr()} not found in list");
        }));

    private static StarlarkList Self(in CallContext c) => (StarlarkList)c.Self.Ref!;
}
