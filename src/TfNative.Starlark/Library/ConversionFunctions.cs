using System.Globalization;
using System.Text;

namespace TfNative.Starlark;

/// <summary>Functions that convert: bool, int, float, str, repr, bytes, hash, abs.</summary>
internal static class ConversionFunctions
{
    public static void Define(DefineBuiltin define)
    {
        define("bool", "x=False, /", static (in CallContext c) => c[0].Truth);
        define("str", "x, /", static (in CallContext c) => c[0].ToString());
        define("repr", "x, /", static (in CallContext c) => c[0].Repr());
        define("int", "x, /, base=unbound", ToInt);
        define("float", "x=unbound, /", ToFloat);
        define("bytes", "x, /", ToBytes);
        define("hash", "value, /", Hash);
        define("abs", "x, /", static (in CallContext c) =>
            c[0].IsFloat ? Math.Abs(c[0].AsDouble)
            : !c[0].IsInt ? throw c.WrongType(0, "int or float")
            : Numbers.Big(c[0]).Sign < 0 ? IntOperations.Negate(c[0]) : c[0]);
    }

    private static Value ToInt(in CallContext c)
    {
        Value x = c[0];
        if (x.Ref is string text)
        {
            Value radix = c[1].IsUnbound ? 10 : c[1];
            return IntParser.Parse(text, radix.TryGetInt(out long value) ? value : throw c.Error($"got {radix.TypeName} for base, want int"));
        }
        if (c.IsGiven(1))
            throw c.Error("can't convert non-string with explicit base");
        if (x.IsInt)
            return x;
        if (x.IsBool)
            return x.Truth ? 1 : 0;
        if (!x.IsFloat)
            throw c.Error($"got {x.TypeName}, want string, int, float, or bool");
        double real = x.AsDouble;
        return double.IsFinite(real)
            ? new System.Numerics.BigInteger(real)
            : throw c.Error($"can't convert float {FloatText.Repr(real)} to int");
    }

    private static Value ToFloat(in CallContext c)
    {
        Value x = c[0];
        if (x.IsUnbound)
            return 0.0;
        if (x.IsFloat)
            return x;
        if (x.IsInt)
            return FloatOperations.FromInt(x);
        if (x.IsBool)
            return x.Truth ? 1.0 : 0.0;
        return x.Ref is string text ? ParseFloat(c, text) : throw c.WrongType(0, "string, int, float, or bool");
    }

    private static double ParseFloat(in CallContext c, string text)
    {
        if (text.Length == 0)
            throw c.Error("empty string");
        string digits = text.TrimStart('+', '-');
        bool negative = text[0] == '-';
        if (text.Length - digits.Length <= 1)
        {
            switch (digits.ToLowerInvariant())
            {
                case "inf" or "infinity": return negative ? double.NegativeInfinity : double.PositiveInfinity;
                case "nan": return double.NaN;
            }
            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (digits.Length > 0 && digits[0] is '.' or (>= '0' and <= '9')
                && double.TryParse(digits, Style, CultureInfo.InvariantCulture, out double value))
            {
                return double.IsFinite(value)
                    ? (negative ? -value : value)
                    : throw c.Error($"floating-point number too large: {text}");
            }
        }
        throw c.Error($"invalid float literal: {text}");
    }

    private static Value ToBytes(in CallContext c)
    {
        if (c[0].Ref is StarlarkBytes)
            return c[0];
        if (c[0].Ref is string text)
            return new StarlarkBytes(Encoding.UTF8.GetBytes(text));
        if (c[0].Ref is not StarlarkObject source || source.Iterate() is not { } elements)
            throw c.Error($"bytes: got {c[0].TypeName}, want string, bytes, or iterable of ints");
        var data = new List<byte>();
        foreach (Value element in elements)
        {
            if (!element.IsInt)
                throw c.Error($"at index {data.Count}, got element of type {element.TypeName}, want int");
            if (!element.TryGetInt(out long value) || value is < 0 or > 255)
                throw c.Error($"at index {data.Count}, {element} out of range 0-255 (want value in unsigned 8-bit range)");
            data.Add((byte)value);
            Limits.CheckStringLength(data.Count);
        }
        return new StarlarkBytes([.. data]);
    }

    /// <summary>The specification fixes the functions: Java's for strings, FNV-1a for bytes.</summary>
    private static Value Hash(in CallContext c)
    {
        int hash = 0;
        if (c[0].Ref is string text)
        {
            foreach (char ch in text)
                hash = unchecked((hash * 31) + ch);
            return hash;
        }
        if (c[0].Ref is not StarlarkBytes bytes)
            throw c.Error($"in call to hash(), parameter 'value' got value of type '{c[0].TypeName}', want 'string' or 'bytes'");
        uint fnv = 2166136261;
        foreach (byte b in bytes.Span)
            fnv = unchecked((fnv ^ b) * 16777619);
        return (long)fnv;
    }
}
