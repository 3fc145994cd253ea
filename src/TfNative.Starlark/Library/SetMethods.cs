namespace TfNative.Starlark;

/// <summary>Methods of sets.</summary>
internal static class SetMethods
{
    public static MethodTable Table { get; } = new(
        new Builtin("add", "element, /", static (in CallContext c) =>
        {
            Self(c).Add(c[0]);
            return Value.None;
        }),
        new Builtin("clear", "", static (in CallContext c) =>
        {
            Self(c).Mutability.Check("set");
            Self(c).Table.Clear();
            return Value.None;
        }),
        new Builtin("discard", "element, /", static (in CallContext c) =>
        {
            Self(c).Remove(c[0]);
            return Value.None;
        }),
        new Builtin("remove", "element, /", static (in CallContext c) =>
            Self(c).Remove(c[0]) ? Value.None : throw c.Error($"element {c[0].Repr()} not found in set")),
        new Builtin("pop", "", static (in CallContext c) =>
        {
            StarlarkSet set = Self(c);
            set.Mutability.Check("set");
            foreach (Value value in set)
            {
                set.Table.Remove(value, out _);
                return value;
            }
            throw c.Error("set is empty");
        }),
        new Builtin("union", "*others", static (in CallContext c) => Fold(c, SetOperations.Union)),
        new Builtin("intersection", "*others", static (in CallContext c) => Fold(c, SetOperations.Intersection)),
        new Builtin("difference", "*others", static (in CallContext c) => Fold(c, SetOperations.Difference)),
        new Builtin("symmetric_difference", "other, /", static (in CallContext c) =>
            SetOperations.SymmetricDifference(Self(c), ToSet(c, 0))),
        new Builtin("update", "*others", static (in CallContext c) => Replace(c, Fold(c, SetOperations.Union))),
        new Builtin("intersection_update", "*others", static (in CallContext c) => Replace(c, Fold(c, SetOperations.Intersection))),
        new Builtin("difference_update", "*others", static (in CallContext c) => Replace(c, Fold(c, SetOperations.Difference))),
        new Builtin("symmetric_difference_update", "other, /", static (in CallContext c) =>
            Replace(c, SetOperations.SymmetricDifference(Self(c), ToSet(c, 0)))),
        new Builtin("isdisjoint", "other, /", static (in CallContext c) =>
            SetOperations.Intersection(Self(c), ToSet(c, 0)).Count == 0),
        new Builtin("issubset", "other, /", static (in CallContext c) => Self(c).IsSubsetOf(ToSet(c, 0))),
        new Builtin("issuperset", "other, /", static (in CallContext c) => ToSet(c, 0).IsSubsetOf(Self(c))));

    private static StarlarkSet Fold(in CallContext c, Func<StarlarkSet, StarlarkSet, StarlarkSet> operation)
    {
        var result = new StarlarkSet(Self(c));
        foreach (Value other in c.Args)
            result = operation(result, ToSet(c, other));
        return result;
    }

    private static Value Replace(in CallContext c, StarlarkSet content)
    {
        SetOperations.Replace(Self(c), content);
        return Value.None;
    }

    private static StarlarkSet ToSet(in CallContext c, int parameter) => ToSet(c, c[parameter]);

    private static StarlarkSet ToSet(in CallContext c, Value value)
    {
        if (value.Ref is StarlarkSet set)
            return set;
        if (value.Ref is StarlarkObject source && source.Iterate() is { } elements)
            return new StarlarkSet(elements);
        throw c.Error($"in call to {c.Name}(), got value of type '{value.TypeName}', want a collection of hashable elements");
    }

    private static StarlarkSet Self(in CallContext c) => (StarlarkSet)c.Self.Ref!;
}
