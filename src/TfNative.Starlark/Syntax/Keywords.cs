namespace TfNative.Starlark;

/// <summary>Tells keywords and reserved words from identifiers by length and first letter, without a table.</summary>
internal static class Keywords
{
    public static TokenKind Classify(ReadOnlySpan<char> word) => word.Length switch
    {
        2 => word switch
        {
            "if" => TokenKind.If,
            "in" => TokenKind.In,
            "or" => TokenKind.Or,
            "as" or "is" => TokenKind.Reserved,
            _ => TokenKind.Identifier,
        },
        3 => word switch
        {
            "and" => TokenKind.And,
            "def" => TokenKind.Def,
            "for" => TokenKind.For,
            "not" => TokenKind.Not,
            "del" or "try" => TokenKind.Reserved,
            _ => TokenKind.Identifier,
        },
        4 => word switch
        {
            "elif" => TokenKind.Elif,
            "else" => TokenKind.Else,
            "load" => TokenKind.Load,
            "pass" => TokenKind.Pass,
            "from" or "with" => TokenKind.Reserved,
            _ => TokenKind.Identifier,
        },
        5 => word switch
        {
            "break" => TokenKind.Break,
            "async" or "await" or "class" or "raise" or "while" or "yield" => TokenKind.Reserved,
            _ => TokenKind.Identifier,
        },
        6 => word switch
        {
            "lambda" => TokenKind.Lambda,
            "return" => TokenKind.Return,
            "assert" or "except" or "global" or "import" => TokenKind.Reserved,
            _ => TokenKind.Identifier,
        },
        7 => word is "finally" ? TokenKind.Reserved : TokenKind.Identifier,
        8 => word switch
        {
            "continue" => TokenKind.Continue,
            "nonlocal" => TokenKind.Reserved,
            _ => TokenKind.Identifier,
        },
        _ => TokenKind.Identifier,
    };
}
