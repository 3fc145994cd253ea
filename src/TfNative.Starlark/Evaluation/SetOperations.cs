namespace TfNative.Starlark;

/// <summary>Set algebra; results keep the order of the left operand.</summary>
internal static class SetOperations
{
    public static StarlarkSet Union(IEnumerable<Value> a, IEnumerable<Value> b)
    {
        var result = new StarlarkSet(a);
        foreach (Value value in b)
            result.Table.TryAdd(value, default);
        return result;
    }

    public static StarlarkSet Intersection(StarlarkSet a, StarlarkSet b)
    {
        var result = new StarlarkSet();
        foreach (Value value in a)
        {
            if (b.ContainsValue(value))
                result.Table.TryAdd(value, default);
        }
        return result;
    }

    public static StarlarkSet Difference(StarlarkSet a, StarlarkSet b)
    {
        var result = new StarlarkSet();
        foreach (Value value in a)
        {
            if (!b.ContainsValue(value))
                result.Table.TryAdd(value, default);
        }
        return result;
    }

    public static StarlarkSet SymmetricDifference(StarlarkSet a, StarlarkSet b) => Union(Difference(a, b), Difference(b, a));

    public static void InPlace(BinaryOperator op, StarlarkSet target, StarlarkSet other)
    {
        target.Mutability.Check("set");
        StarlarkSet result = op switch
        {
            BinaryOperator.BitOr => Union(target, other),
            BinaryOperator.BitAnd => Intersection(target, other),
            BinaryOperator.Subtract => Difference(target, other),
            _ => SymmetricDifference(target, other),
        };
        Replace(target, result);
    }

    public static void Replace(StarlarkSet target, StarlarkSet content)
    {
        target.Mutability.Check("set");
        target.Table.Clear();
        foreach (Value value in content)
            target.Table.TryAdd(value, default);
    }
}
