using System.Text;

namespace TfNative.Starlark;

/// <summary><c>"{} {0} {name}".format(...)</c></summary>
internal static class BraceFormat
{
    public static string Format(string format, StarlarkTuple args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        StringBuilder result = TextBuilder.Rent();
        int automatic = 0;
        bool manual = false;
        int position = 0;
        while (position < format.Length)
        {
            int brace = format.AsSpan(position).IndexOfAny('{', '}');
            if (brace < 0)
                break;
            result.Append(format, position, brace);
            position += brace;
            char c = format[position];
            if (position + 1 < format.Length && format[position + 1] == c)
            {
                result.Append(c);
                position += 2;
                continue;
            }
            if (c == '}')
                throw StarlarkException.Create("Found '}' without matching '{'");
            int end = format.IndexOf('}', position);
            if (end < 0)
                throw StarlarkException.Create("Found '{' without matching '}'");
            ReadOnlySpan<char> field = format.AsSpan((position + 1)..end);
            result.Append(Find(field, args, kwargs, ref automatic, ref manual).ToString());
            Limits.CheckStringLength(result.Length);
            position = end + 1;
        }
        result.Append(format, position, format.Length - position);
        return TextBuilder.Finish(result);
    }

    private static Value Find(
        ReadOnlySpan<char> field, StarlarkTuple args, ReadOnlySpan<(string Name, Value Value)> kwargs, ref int automatic, ref bool manual)
    {
        foreach (char c in field)
        {
            if (c is '{')
                throw StarlarkException.Create("Nested replacement fields are not supported");
            if (c is '.' or '[' or ']' or ',' or ':' or '!')
                throw StarlarkException.Create($"Invalid character '{c}' inside replacement field");
        }
        if (field.Length == 0)
        {
            if (manual)
                throw StarlarkException.Create("Cannot mix manual and automatic numbering of positional fields");
            return Positional(automatic++, args);
        }
        if (IsNumber(field))
        {
            if (automatic > 0)
                throw StarlarkException.Create("Cannot mix manual and automatic numbering of positional fields");
            manual = true;
            if (!int.TryParse(field, out int index))
                throw StarlarkException.Create($"No replacement found for index {field}");
            return Positional(index, args);
        }
        foreach ((string name, Value value) in kwargs)
        {
            if (field.SequenceEqual(name))
                return value;
        }
        throw StarlarkException.Create($"Missing argument '{field}'");
    }

    // As Bazel does, a minus is read as part of a number, which then is no argument's.
    private static bool IsNumber(ReadOnlySpan<char> field)
    {
        ReadOnlySpan<char> digits = field[(field[0] == '-' ? 1 : 0)..];
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static Value Positional(int index, StarlarkTuple args) =>
        index >= 0 && index < args.Count ? args[index] : throw StarlarkException.Create($"No replacement found for index {index}");
}
