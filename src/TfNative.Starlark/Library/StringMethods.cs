namespace TfNative.Starlark;

/// <summary>Methods of strings: the table; what they do is in <see cref="StringSearch"/>, <see cref="StringSplit"/>, ...</summary>
internal static class StringMethods
{
    public static MethodTable Table { get; } = new(
        new Builtin("capitalize", "", static (in CallContext c) => StringCase.Capitalize(Self(c))),
        new Builtin("count", "sub, start=None, end=None, /", StringSearch.Count),
        new Builtin("elems", "", static (in CallContext c) =>
        {
            string text = Self(c);
            var elements = new StarlarkList(text.Length);
            foreach (char ch in text)
                elements.AddUnchecked(CharString.Of(ch));
            return elements;
        }),
        new Builtin("endswith", "sub, start=None, end=None, /", static (in CallContext c) => StringSearch.Affix(c, atEnd: true)),
        new Builtin("find", "sub, start=None, end=None, /", static (in CallContext c) => StringSearch.Find(c, last: false)),
        new Builtin("format", "*args, **kwargs", static (in CallContext c) => BraceFormat.Format(Self(c), c.Args, c.KeywordArgs)),
        new Builtin("index", "sub, start=None, end=None, /", static (in CallContext c) => StringSearch.Index(c, last: false)),
        new Builtin("isalnum", "", static (in CallContext c) => StringCase.All(Self(c), char.IsLetterOrDigit)),
        new Builtin("isalpha", "", static (in CallContext c) => StringCase.All(Self(c), char.IsLetter)),
        new Builtin("isdigit", "", static (in CallContext c) => StringCase.All(Self(c), char.IsDigit)),
        new Builtin("islower", "", static (in CallContext c) => StringCase.IsLower(Self(c))),
        new Builtin("isspace", "", static (in CallContext c) => StringCase.All(Self(c), char.IsWhiteSpace)),
        new Builtin("istitle", "", static (in CallContext c) => StringCase.IsTitle(Self(c))),
        new Builtin("isupper", "", static (in CallContext c) => StringCase.IsUpper(Self(c))),
        new Builtin("join", "elements, /", StringJoin.Join),
        new Builtin("lower", "", static (in CallContext c) => Self(c).ToLowerInvariant()),
        new Builtin("lstrip", "chars=None, /", static (in CallContext c) => StringTrim.Trim(c, start: true, end: false)),
        new Builtin("partition", "sep, /", static (in CallContext c) => StringSplit.Partition(c, last: false)),
        new Builtin("removeprefix", "prefix, /", static (in CallContext c) =>
            Self(c).StartsWith(c.String(0), StringComparison.Ordinal) ? Self(c)[c.String(0).Length..] : c.Self),
        new Builtin("removesuffix", "suffix, /", static (in CallContext c) =>
            Self(c).EndsWith(c.String(0), StringComparison.Ordinal) ? Self(c)[..^c.String(0).Length] : c.Self),
        new Builtin("replace", "old, new, count=-1, /", StringReplace.Replace),
        new Builtin("rfind", "sub, start=None, end=None, /", static (in CallContext c) => StringSearch.Find(c, last: true)),
        new Builtin("rindex", "sub, start=None, end=None, /", static (in CallContext c) => StringSearch.Index(c, last: true)),
        new Builtin("rpartition", "sep, /", static (in CallContext c) => StringSplit.Partition(c, last: true)),
        new Builtin("rsplit", "sep=None, maxsplit=None", static (in CallContext c) => StringSplit.Split(c, fromEnd: true)),
        new Builtin("rstrip", "chars=None, /", static (in CallContext c) => StringTrim.Trim(c, start: false, end: true)),
        new Builtin("split", "sep=None, maxsplit=None", static (in CallContext c) => StringSplit.Split(c, fromEnd: false)),
        new Builtin("splitlines", "keepends=False, /", StringSplit.Lines),
        new Builtin("startswith", "sub, start=None, end=None, /", static (in CallContext c) => StringSearch.Affix(c, atEnd: false)),
        new Builtin("strip", "chars=None, /", static (in CallContext c) => StringTrim.Trim(c, start: true, end: true)),
        new Builtin("title", "", static (in CallContext c) => StringCase.Title(Self(c))),
        new Builtin("upper", "", static (in CallContext c) => Self(c).ToUpperInvariant()));

    public static string Self(in CallContext c) => (string)c.Self.Ref!;
}
