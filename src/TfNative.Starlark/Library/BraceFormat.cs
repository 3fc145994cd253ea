using System.Text;

namespace TfNative.Starlark;

/// <summary><c>"{} {0} {name}".format(...)</c></summary>
internal static class BraceFormat
{
    public static string Format(string format, StarlarkTuple args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        var result = new StringBuilder();
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
            string field = format[(position + 1)..end];
            result.Append(Find(field, args, kwargs, ref automatic, ref manual).ToString());
            Limits.CheckStringLength(result.Length);
            position = end + 1;
        }
        result.Append(format, position, format.Length - position);
        return result.ToString();
    }

    private static Value Find(
        string field, StarlarkTuple args, ReadOnlySpan<(string Name, Value Value)> kwargs, ref int automatic, ref bool manual)
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
            if (name == field)
                return value;
        }
        throw StarlarkException.Create($"Missing argument '{field}'");
    }

    private static bool IsNumber(string field)
    {
        foreach (char c in field)
        {
            if (!char.IsAsciiDigit(c))
                return false;
        }
        return true;
    }

    private static Value Positional(int index, StarlarkTuple args) =>
        index < args.Count ? args[index] : throw StarlarkException.Create($"No replacement found for index {index}");
}
