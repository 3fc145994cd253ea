using Sprache;

namespace TfNative.Bazel;

/// <summary>
/// Splits an attribute such as <c>copts</c> into words as a Bourne shell would, without expanding anything: spaces and
/// tabs part words, quotes keep them together, a backslash takes the next character as it is.
/// </summary>
/// <remarks>https://bazel.build/reference/be/common-definitions#sh-tokenization; Bazel 7, ShellUtils.tokenize.</remarks>
public static class ShellTokenizer
{
    private static readonly Parser<string> Escaped =
        from backslash in Sprache.Parse.Char('\\')
        from character in Sprache.Parse.AnyChar.Optional()
        select character.IsDefined ? character.Get().ToString() : throw new ShellSyntaxException("backslash at end of string");

    private static readonly Parser<string> SingleQuoted =
        from open in Sprache.Parse.Char('\'')
        from text in TextParsers.RunOrNothing(c => c != '\'')
        from close in Sprache.Parse.Char('\'').Optional()
        select Terminated(text, close);

    // Within double quotes a backslash is one, except before a quote or another backslash.
    private static readonly Parser<string> EscapedInQuotes =
        Escaped.Select(character => character is "\\" or "\"" ? character : "\\" + character);

    private static readonly Parser<string> DoubleQuoted =
        from open in Sprache.Parse.Char('"')
        from text in TextParsers.Run(c => c is not ('"' or '\\'), "text").Or(EscapedInQuotes).Many()
        from close in Sprache.Parse.Char('"').Optional()
        select Terminated(string.Concat(text), close);

    private static readonly Parser<string> Plain = TextParsers.Run(c => c is not (' ' or '\t' or '\\' or '\'' or '"'), "word");

    private static readonly Parser<string> Spaces = TextParsers.RunOrNothing(c => c is ' ' or '\t');

    private static readonly Parser<string> Word =
        Plain.Or(SingleQuoted).Or(DoubleQuoted).Or(Escaped).AtLeastOnce().Select(string.Concat);

    private static readonly Parser<IEnumerable<string>> Words =
        from leading in Spaces
        from words in Word.Then(word => Spaces.Return(word)).Many()
        select words;

    /// <exception cref="ShellSyntaxException">A quotation is not closed, or the last character is a backslash.</exception>
    public static IReadOnlyList<string> Tokenize(string text) =>
        text.AsSpan().ContainsAny('\\', '\'', '"')
            ? Words.End().Parse(text).ToArray()
            : text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static string Terminated(string text, IOption<char> close) =>
        close.IsDefined ? text : throw new ShellSyntaxException("unterminated quotation");
}
