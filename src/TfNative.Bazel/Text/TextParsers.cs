using Sprache;

namespace TfNative.Bazel;

/// <summary>What the small grammars share.</summary>
internal static class TextParsers
{
    /// <summary>
    /// The longest run, of one character at least, that <paramref name="belongs"/>. Sprache's own <c>Many</c> makes a
    /// list and a string of each character first, which long shell commands would feel.
    /// </summary>
    public static Parser<string> Run(Func<char, bool> belongs, string expected) => input =>
    {
        int start = input.Position;
        IInput rest = input;
        while (!rest.AtEnd && belongs(rest.Current))
            rest = rest.Advance();
        return rest.Position > start
            ? Result.Success(input.Source[start..rest.Position], rest)
            : Result.Failure<string>(input, "unexpected character", [expected]);
    };

    /// <summary>As <see cref="Run"/>, and the empty run too.</summary>
    public static Parser<string> RunOrNothing(Func<char, bool> belongs) =>
        Run(belongs, "").Or(Sprache.Parse.Return(""));
}
