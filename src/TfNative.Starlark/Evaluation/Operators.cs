namespace TfNative.Starlark;

/// <summary>Binary and unary operators on values of any type; expression nodes try their fast paths first.</summary>
internal static class Operators
{
    public static Value Binary(BinaryOperator op, Value a, Value b) => op switch
    {
        BinaryOperator.Add => Add(a, b),
        BinaryOperator.Subtract => Subtract(a, b),
        BinaryOperator.Multiply => Multiply(a, b),
        BinaryOperator.Divide => Divide(a, b),
        BinaryOperator.FloorDivide => FloorDivide(a, b),
        BinaryOperator.Modulo => Modulo(a, b),
        BinaryOperator.BitAnd => BitAnd(a, b),
        BinaryOperator.BitOr => BitOr(a, b),
        BinaryOperator.BitXor => BitXor(a, b),
        BinaryOperator.ShiftLeft when a.IsInt && b.IsInt => IntOperations.ShiftLeft(a, b),
        BinaryOperator.ShiftRight when a.IsInt && b.IsInt => IntOperations.ShiftRight(a, b),
        BinaryOperator.Equal => Comparison.AreEqual(a, b),
        BinaryOperator.NotEqual => !Comparison.AreEqual(a, b),
        BinaryOperator.Less => Comparison.CompareTop(a, b) < 0,
        BinaryOperator.LessEqual => Comparison.CompareTop(a, b) <= 0,
        BinaryOperator.Greater => Comparison.CompareTop(a, b) > 0,
        BinaryOperator.GreaterEqual => Comparison.CompareTop(a, b) >= 0,
        BinaryOperator.In => Contains(a, b),
        BinaryOperator.NotIn => !Contains(a, b),
        _ => Host(op, a, b),
    };

    /// <summary>The augmented form: lists, dicts and sets are changed in place.</summary>
    public static Value InPlace(BinaryOperator op, Value a, Value b)
    {
        switch (op)
        {
            case BinaryOperator.Add when a.Ref is StarlarkList list && b.Ref is StarlarkList other:
                list.AddRange(other.Span);
                return a;
            case BinaryOperator.BitOr when a.Ref is StarlarkDict dict && b.Ref is StarlarkDict other:
                dict.Update(other);
                return a;
            case BinaryOperator.BitOr or BinaryOperator.BitAnd or BinaryOperator.BitXor or BinaryOperator.Subtract
                when a.Ref is StarlarkSet set && b.Ref is StarlarkSet other:
                SetOperations.InPlace(op, set, other);
                return a;
            default:
                return Binary(op, a, b);
        }
    }

    public static Value Unary(UnaryOperator op, Value a)
    {
        switch (op)
        {
            case UnaryOperator.Minus when a.IsInt: return IntOperations.Negate(a);
            case UnaryOperator.Plus when a.IsInt: return a;
            case UnaryOperator.Invert when a.IsInt: return IntOperations.Invert(a);
            case UnaryOperator.Minus when a.IsFloat: return -a.AsDouble;
            case UnaryOperator.Plus when a.IsFloat: return a;
            case UnaryOperator.Not: return !a.Truth;
        }
        string symbol = op == UnaryOperator.Minus ? "-" : op == UnaryOperator.Plus ? "+" : "~";
        throw StarlarkException.Create($"unsupported unary operation: {symbol}{a.TypeName}");
    }

    public static Value Add(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.Add(a, b);
        if (a.Ref is string x && b.Ref is string y)
        {
            Limits.CheckStringLength((long)x.Length + y.Length);
            return x + y;
        }
        if (a.Ref is StarlarkList first && b.Ref is StarlarkList second)
            return StarlarkList.Wrap(Concat(first.Span, second.Span));
        if (a.Ref is StarlarkTuple left && b.Ref is StarlarkTuple right)
            return StarlarkTuple.Wrap(Concat(left.Span, right.Span));
        if (Floats(a, b, out double p, out double q))
            return p + q;
        if (a.Ref is StarlarkBytes head && b.Ref is StarlarkBytes tail)
        {
            Limits.CheckStringLength((long)head.Length + tail.Length);
            return new StarlarkBytes([.. head.Span, .. tail.Span]);
        }
        return Host(BinaryOperator.Add, a, b);
    }

    public static Value Subtract(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.Subtract(a, b);
        if (Floats(a, b, out double p, out double q))
            return p - q;
        return a.Ref is StarlarkSet x && b.Ref is StarlarkSet y
            ? SetOperations.Difference(x, y)
            : Host(BinaryOperator.Subtract, a, b);
    }

    public static Value Multiply(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.Multiply(a, b);
        if (Floats(a, b, out double p, out double q))
            return p * q;
        if (a.IsInt && Repetition.Of(b, a, out Value result))
            return result;
        if (b.IsInt && Repetition.Of(a, b, out result))
            return result;
        return Host(BinaryOperator.Multiply, a, b);
    }

    public static Value Divide(Value a, Value b)
    {
        if (a.IsNumber && b.IsNumber)
            return FloatOperations.Divide(ToDouble(a), ToDouble(b));
        return Host(BinaryOperator.Divide, a, b);
    }

    public static Value FloorDivide(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.FloorDivide(a, b);
        return Floats(a, b, out double p, out double q)
            ? FloatOperations.FloorDivide(p, q)
            : Host(BinaryOperator.FloorDivide, a, b);
    }

    public static Value Modulo(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.Modulo(a, b);
        if (a.Ref is string format)
            return PercentFormat.Format(format, b);
        return Floats(a, b, out double p, out double q)
            ? FloatOperations.Modulo(p, q)
            : Host(BinaryOperator.Modulo, a, b);
    }

    private static Value BitAnd(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.And(a, b);
        return a.Ref is StarlarkSet x && b.Ref is StarlarkSet y ? SetOperations.Intersection(x, y) : Host(BinaryOperator.BitAnd, a, b);
    }

    private static Value BitOr(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.Or(a, b);
        if (a.Ref is StarlarkDict first && b.Ref is StarlarkDict second)
        {
            var union = new StarlarkDict();
            union.Update(first);
            union.Update(second);
            return union;
        }
        return a.Ref is StarlarkSet x && b.Ref is StarlarkSet y ? SetOperations.Union(x, y) : Host(BinaryOperator.BitOr, a, b);
    }

    private static Value BitXor(Value a, Value b)
    {
        if (a.IsInt && b.IsInt)
            return IntOperations.Xor(a, b);
        return a.Ref is StarlarkSet x && b.Ref is StarlarkSet y
            ? SetOperations.SymmetricDifference(x, y)
            : Host(BinaryOperator.BitXor, a, b);
    }

    public static bool Contains(Value element, Value container)
    {
        if (container.Ref is string text)
        {
            return element.Ref is string part
                ? text.Contains(part, StringComparison.Ordinal)
                : throw StarlarkException.Create($"'in <string>' requires string as left operand, not '{element.TypeName}'");
        }
        if (container.Ref is StarlarkObject target && target.Contains(element) is { } result)
            return result;
        throw StarlarkException.Create($"unsupported binary operation: {element.TypeName} in {container.TypeName}");
    }

    private static bool Floats(Value a, Value b, out double x, out double y)
    {
        bool apply = (a.IsFloat && b.IsNumber) || (b.IsFloat && a.IsNumber);
        x = apply ? ToDouble(a) : 0;
        y = apply ? ToDouble(b) : 0;
        return apply;
    }

    private static double ToDouble(Value value) => value.IsFloat ? value.AsDouble : FloatOperations.FromInt(value);

    private static Value[] Concat(ReadOnlySpan<Value> a, ReadOnlySpan<Value> b)
    {
        Limits.CheckListLength((long)a.Length + b.Length);
        StarlarkThread.Current?.CountSteps((a.Length + b.Length) >> 4);
        var all = new Value[a.Length + b.Length];
        a.CopyTo(all);
        b.CopyTo(all.AsSpan(a.Length));
        return all;
    }

    private static Value Host(BinaryOperator op, Value a, Value b)
    {
        if (a.Ref is StarlarkObject left && left.TryBinary(op, a, b, out Value result))
            return result;
        if (b.Ref is StarlarkObject right && right.TryBinary(op, a, b, out result))
            return result;
        throw StarlarkException.Create($"unsupported binary operation: {a.TypeName} {BinaryOperators.Symbol(op)} {b.TypeName}");
    }
}
