using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The json module (https://bazel.build/rules/lib/core/json).</summary>
internal static class JsonEncoder
{
    public static readonly ModuleValue Module = ModuleValue.Of(
        "json",
        new Builtin("encode", "x", static (in CallContext c) => Encode(c[0])),
        new Builtin("encode_indent", "x, *, prefix=\"\", indent=\"\\t\"", static (in CallContext c) => Indent(Encode(c[0]), c.String(1), c.String(2))),
        new Builtin("indent", "s, *, prefix=\"\", indent=\"\\t\"", static (in CallContext c) => Indent(c.String(0), c.String(1), c.String(2))),
        new Builtin("decode", "x, default=unbound", static (in CallContext c) =>
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(c.String(0));
                return Decode(document.RootElement);
            }
            catch (JsonException e)
            {
                return c.IsGiven(1) ? c[1] : throw c.Error("json.decode: " + e.Message);
            }
        }));

    public static string Encode(Value value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Value value)
    {
        if (value.IsNone)
            text.Append("null");
        else if (value.IsBool)
            text.Append(value.Truth ? "true" : "false");
        else if (value.TryGet(out string? s))
            text.Append(Quote(s));
        else if (value.IsInt || value.IsFloat)
            text.Append(CultureInfo.InvariantCulture, $"{value}");
        else if (value.As<StarlarkDict>() is { } dict)
            AppendObject(text, dict.Select(e => (Key: e.Key.AsString() ?? throw StarlarkException.Create($"json.encode: dict has {e.Key.TypeName} key, want string"), e.Value)).OrderBy(e => e.Key, StringComparer.Ordinal));
        else if (value.As<StructValue>() is { } structure)
            AppendObject(text, structure.Fields.Select(f => (f.Key, f.Value)).OrderBy(e => e.Key, StringComparer.Ordinal));
        else if (SequenceReader.Of(value) is { } items)
            AppendArray(text, items);
        else
            throw StarlarkException.Create($"json.encode: cannot encode {value.TypeName} as JSON");
    }

    private static void AppendObject(StringBuilder text, IEnumerable<(string Key, Value Value)> entries)
    {
        text.Append('{');
        bool first = true;
        foreach ((string key, Value value) in entries)
        {
            text.Append(first ? "" : ",").Append(Quote(key)).Append(':');
            Append(text, value);
            first = false;
        }

        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, IReadOnlyList<Value> items)
    {
        text.Append('[');
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            Append(text, items[i]);
        }

        text.Append(']');
    }

    private static string Quote(string text) => JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) is var encoded
        ? $"\"{encoded}\"" : "";

    private static string Indent(string json, string prefix, string indent)
    {
        var text = new StringBuilder();
        int depth = 0;
        bool inString = false;
        for (int i = 0; i < json.Length; i++)
        {
            char c = json[i];
            if (inString)
            {
                text.Append(c);
                if (c == '\\')
                    text.Append(json[++i]);
                inString = c != '"';
                continue;
            }

            switch (c)
            {
                case '"':
                    inString = true;
                    text.Append(c);
                    break;
                case '{' or '[' when i + 1 < json.Length && json[i + 1] is '}' or ']':
                    text.Append(c).Append(json[++i]);
                    break;
                case '{' or '[':
                    depth++;
                    NewLine(text.Append(c));
                    break;
                case '}' or ']':
                    depth--;
                    NewLine(text);
                    text.Append(c);
                    break;
                case ',':
                    NewLine(text.Append(c));
                    break;
                case ':':
                    text.Append(": ");
                    break;
                default:
                    if (!char.IsWhiteSpace(c))
                        text.Append(c);
                    break;
            }
        }

        return text.ToString();

        void NewLine(StringBuilder to)
        {
            to.Append('\n').Append(prefix);
            for (int d = 0; d < depth; d++)
                to.Append(indent);
        }
    }

    /// <summary>A number without a fraction and exponent is an int, however long.</summary>
    private static Value Number(JsonElement element)
    {
        if (element.TryGetInt64(out long number))
            return number;
        string text = element.GetRawText();
        return text.AsSpan().IndexOfAny(".eE") < 0 ? (Value)BigInteger.Parse(text, CultureInfo.InvariantCulture) : element.GetDouble();
    }

    private static Value Decode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new StarlarkDict(element.EnumerateObject().Select(p => new KeyValuePair<Value, Value>(p.Name, Decode(p.Value)))),
        JsonValueKind.Array => new StarlarkList(element.EnumerateArray().Select(Decode)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Value.None,
    };
}
