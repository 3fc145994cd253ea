using System.Globalization;
using System.Numerics;
using System.Text;

namespace TfNative.Starlark;

/// <summary><c>"%s %d" % args</c></summary>
internal static class PercentFormat
{
    public static Value Format(string format, Value operand)
    {
        ReadOnlySpan<Value> args = operand.Ref is StarlarkTuple tuple ? tuple.Span : new ReadOnlySpan<Value>(in operand);
        StringBuilder result = TextBuilder.Rent();
        int next = 0;
        int position = 0;
        while (true)
        {
            int percent = format.IndexOf('%', position);
            if (percent < 0)
                break;
            result.Append(format, position, percent - position);
            position = percent + 2;
            if (position > format.Length)
                throw StarlarkException.Create($"incomplete format pattern ends with %: {((Value)format).Repr()}");
            char verb = format[percent + 1];
            if (verb == '%')
            {
                result.Append('%');
                continue;
            }
            if (!"sdrioxXeEfFgG".Contains(verb))
                throw StarlarkException.Create($"unsupported format character \"{verb}\" at index {percent + 1} in {((Value)format).Repr()}");
            if (next >= args.Length)
                throw StarlarkException.Create($"not enough arguments for format pattern {((Value)format).Repr()}: {Tuple(operand).Repr()}");
            Append(result, verb, args[next++]);
            Limits.CheckStringLength(result.Length);
        }
        if (next < args.Length)
            throw StarlarkException.Create("not all arguments converted during string formatting");
        result.Append(format, position, format.Length - position);
        return TextBuilder.Finish(result);
    }

    private static Value Tuple(Value operand) => operand.Ref is StarlarkTuple ? operand : StarlarkTuple.Create(operand);

    private static void Append(StringBuilder result, char verb, Value arg)
    {
        switch (verb)
        {
            case 's':
                result.Append(arg.Ref as string ?? arg.ToString());
                break;
            case 'r':
                result.Append(arg.Repr());
                break;
            case 'd' when arg.IsSmallInt:
                result.Append(arg.Bits);
                break;
            case 'd' or 'i' or 'o' or 'x' or 'X':
                result.Append(Integer(verb, arg));
                break;
            default:
                if (!arg.IsNumber)
                    throw StarlarkException.Create($"got {arg.TypeName} for '%{verb}' format, want int or float");
                result.Append(FloatFormat.Format(verb, arg.IsFloat ? arg.AsDouble : FloatOperations.FromInt(arg)));
                break;
        }
    }

    private static string Integer(char verb, Value arg)
    {
        if (arg.IsFloat)
        {
            double real = arg.AsDouble;
            if (!double.IsFinite(real))
                throw StarlarkException.Create($"got {FloatText.Repr(real)}, want a finite number");
            arg = new BigInteger(real);
        }
        if (!arg.IsInt)
            throw StarlarkException.Create($"got {arg.TypeName} for '%{verb}' format, want int or float");
        if (verb is 'd' or 'i')
            return arg.ToString();
        BigInteger value = Numbers.Big(arg);
        string digits = verb == 'o' ? Octal(BigInteger.Abs(value)) : Hex(BigInteger.Abs(value), verb == 'X');
        return value.Sign < 0 ? "-" + digits : digits;
    }

    private static string Hex(BigInteger value, bool upper)
    {
        string digits = value.ToString(upper ? "X" : "x", CultureInfo.InvariantCulture).TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static string Octal(BigInteger value)
    {
        if (value.IsZero)
            return "0";
        var digits = new List<char>();
        // Bit by bit from the binary form: linear, where division would be quadratic.
        byte[] bytes = value.ToByteArray();
        int bits = bytes.Length * 8;
        for (int bit = 0; bit < bits; bit += 3)
        {
            int digit = 0;
            for (int i = 0; i < 3 && bit + i < bits; i++)
                digit |= ((bytes[(bit + i) >> 3] >> ((bit + i) & 7)) & 1) << i;
            digits.Add((char)('0' + digit));
        }
        digits.Reverse();
        return new string([.. digits]).TrimStart('0');
    }
}
