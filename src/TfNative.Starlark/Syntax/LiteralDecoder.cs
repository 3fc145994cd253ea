using System.Text;

namespace TfNative.Starlark;

/// <summary>
/// The value of a string or bytes literal with escapes: https://github.com/bazelbuild/starlark/blob/master/spec.md#string-escapes.
/// </summary>
internal ref struct LiteralDecoder(ReadOnlySpan<char> body, bool raw, bool bytes)
{
    private readonly ReadOnlySpan<char> body = body;
    private readonly StringBuilder text = new(body.Length);
    private readonly List<byte>? data = bytes ? new List<byte>(body.Length) : null;
    private int position;

    public string? Error { get; private set; }

    public int ErrorOffset { get; private set; }

    public readonly string Text => text.ToString();

    public readonly byte[] Bytes => [.. data!];

    public bool Decode()
    {
        while (position < body.Length && Error is null)
        {
            char c = body[position];
            if (c == '\r')
            {
                position += position + 1 < body.Length && body[position + 1] == '\n' ? 2 : 1;
                Add('\n');
            }
            else if (c == '\\' && !raw)
            {
                DecodeEscape();
            }
            else if (char.IsHighSurrogate(c) && position + 1 < body.Length && char.IsLowSurrogate(body[position + 1]))
            {
                AddRune(char.ConvertToUtf32(c, body[position + 1]));
                position += 2;
            }
            else
            {
                AddRune(c);
                position++;
            }
        }
        return Error is null;
    }

    private void DecodeEscape()
    {
        int start = position++;
        char c = position < body.Length ? body[position++] : '\0';
        switch (c)
        {
            case 'a': Add('\a'); break;
            case 'b': Add('\b'); break;
            case 'f': Add('\f'); break;
            case 'n': Add('\n'); break;
            case 'r': Add('\r'); break;
            case 't': Add('\t'); break;
            case 'v': Add('\v'); break;
            case '\\' or '\'' or '"': Add(c); break;
            case '\n': break;
            case '\r':
                if (position < body.Length && body[position] == '\n')
                    position++;
                break;
            case >= '0' and <= '7': DecodeOctal(start); break;
            case 'x': DecodeHex(start, 2, isRune: false); break;
            case 'u': DecodeHex(start, 4, isRune: true); break;
            case 'U': DecodeHex(start, 8, isRune: true); break;
            default: Fail(start, $"invalid escape sequence: \\{c}. Use '\\\\' to insert '\\'."); break;
        }
    }

    private void DecodeOctal(int start)
    {
        position = start + 1;
        int value = 0;
        for (int i = 0; i < 3 && position < body.Length && body[position] is >= '0' and <= '7'; i++)
            value = value * 8 + (body[position++] - '0');
        AddElement(start, value);
    }

    private void DecodeHex(int start, int digits, bool isRune)
    {
        long value = 0;
        int end = position + digits;
        if (end > body.Length)
        {
            Fail(start, "truncated escape sequence");
            return;
        }
        for (; position < end; position++)
        {
            char c = body[position];
            if (!char.IsAsciiHexDigit(c))
            {
                Fail(start, $"invalid escape sequence: {body[start..end]}");
                return;
            }
            value = value * 16 + (char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        if (!isRune)
            AddElement(start, (int)value);
        else if (value is > 0x10FFFF)
            Fail(start, $"Unicode code point out of range: {body[start..end]} (max \\U0010ffff)");
        else if (value is >= 0xD800 and <= 0xDFFF)
            Fail(start, $"invalid Unicode code point: {body[start..end]} is in the surrogate range");
        else
            AddRune((int)value);
    }

    /// <summary>An octal or hexadecimal escape: any byte in bytes, only ASCII in strings.</summary>
    private void AddElement(int start, int value)
    {
        if (data is not null && value <= 255)
            data.Add((byte)value);
        else if (data is null && value <= 127)
            text.Append((char)value);
        else if (data is null)
            Fail(start, $"non-ASCII octal or hex escape {body[start..position]} (use \\u{value:X4} for the code point)");
        else
            Fail(start, $"octal escape {body[start..position]} is greater than 255");
    }

    private readonly void Add(char ascii)
    {
        if (data is not null)
            data.Add((byte)ascii);
        else
            text.Append(ascii);
    }

    private readonly void AddRune(int value)
    {
        if (data is null)
        {
            if (value > 0xFFFF)
                text.Append(char.ConvertFromUtf32(value));
            else
                text.Append((char)value);
            return;
        }
        Rune rune = Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar;
        Span<byte> encoded = stackalloc byte[4];
        data.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
    }

    private void Fail(int offset, string message)
    {
        Error ??= message;
        ErrorOffset = offset;
    }
}
