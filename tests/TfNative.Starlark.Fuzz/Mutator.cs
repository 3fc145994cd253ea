namespace TfNative.Starlark.Fuzz;

/// <summary>Makes a new file out of known ones: characters, tokens and lines changed, moved, doubled, or taken from another.</summary>
public sealed class Mutator(IReadOnlyList<string> corpus, int seed)
{
    private const int LargestFile = 20_000;

    // What the language gives a meaning to, and what tends to go wrong: sizes, nesting, odd characters.
    private static readonly string[] Tokens =
    [
        "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "==", "+", "-", "*", "**", "/", "//", "%", "<<", ">>", "~", "^", "|", "&",
        "\n", "\n    ", "\t", "\\\n", "\r\n", "#", "'", "\"", "\"\"\"", "\\", "\0", "\uD800", "é", "😀", ";", " ",
        " for x in ", " if ", " else ", " in ", " not ", " and ", " or ", "lambda x: ", "def f(*a, **k):\n    ", "load('a', 'b')\n",
        "return ", "break\n", "continue\n", "pass\n", "range(1 << 40)", "1 << 600", "99999999999999999999", "1e308", "0x", "-1",
        "[[", "((", "{}", "[]", "x", "x[0]", "x.append(x)", "f(f)", "*x", "**x", "'%s' % ", ".format(", ".join(", "sorted(", "dict(",
        "str(", "'a' * 1000000", "[0] * 1000000", "[x for x in x]", "for i in range(100000):\n    ", "+= ", "set(", "getattr(x, ",
    ];

    private readonly Random random = new(seed);

    public string Next()
    {
        string text = Pick(corpus);
        if (text.Length > LargestFile)
        {
            int start = random.Next(text.Length - LargestFile);
            text = text.Substring(start, LargestFile);
        }
        int changes = 1 + random.Next(random.Next(2) == 0 ? 2 : 8);
        for (int i = 0; i < changes; i++)
            text = Change(text);
        return text;
    }

    private string Change(string text)
    {
        int at = random.Next(text.Length + 1);
        int length = random.Next(Math.Min(40, text.Length - at + 1));
        switch (random.Next(8))
        {
            case 0:
                return text.Insert(at, Pick(Tokens));
            case 1:
                return text.Remove(at, length);
            case 2:
                return text.Insert(at, text.Substring(at, length));
            case 3:
                return text.Remove(at, length).Insert(at, Pick(Tokens));
            case 4:
                string other = Pick(corpus);
                int from = random.Next(other.Length + 1);
                return text.Insert(at, other.Substring(from, random.Next(Math.Min(300, other.Length - from + 1))));
            case 5:
                return text.Insert(at, string.Concat(Enumerable.Repeat(Pick(Tokens), 1 + random.Next(random.Next(20) == 0 ? 3000 : 5))));
            case 6:
                return text[..at];
            default:
                return text.Insert(at, ((char)random.Next(random.Next(10) == 0 ? 0x10000 : 0x80)).ToString());
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
