namespace TfNative.Starlark;

/// <summary>
/// One token, as the scanner hands it to the parser. A struct that is overwritten in place: a file's tokens are
/// never all in memory.
/// </summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>Offset of the first character in the source text.</summary>
    public int Start;

    /// <summary>Offset behind the last character.</summary>
    public int End;

    /// <summary>
    /// The name of an identifier or reserved word, the value of a string literal, a <see cref="byte"/> array for a
    /// bytes literal, or a boxed <see cref="System.Numerics.BigInteger"/> for an int literal beyond 64 bits.
    /// </summary>
    public object? Value;

    /// <summary>The value of an int literal, or the bits of a float literal.</summary>
    public long Number;
}
