namespace TfNative.Starlark;

/// <summary>A parsed file: its tree, its loads, and every syntax error in it.</summary>
public sealed class StarlarkFile
{
    internal StarlarkFile(
        SourceText source, Dialect dialect, Statement[] statements, LoadStatement[] loads, IReadOnlyList<Diagnostic> diagnostics)
    {
        Source = source;
        Dialect = dialect;
        Items = statements;
        Loads = loads;
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    public string Path => Source.Path;

    public Dialect Dialect { get; }

    public IReadOnlyList<Statement> Statements => Items;

    /// <summary>The load statements in order, so that a host can fetch the modules before it evaluates the file.</summary>
    public IReadOnlyList<LoadStatement> Loads { get; }

    /// <summary>Errors of scanning and parsing; a file that has any cannot be resolved.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal Statement[] Items { get; }

    /// <summary>Never throws for what the text contains; see <see cref="Diagnostics"/>.</summary>
    public static StarlarkFile Parse(string path, string text, Dialect dialect) =>
        Parser.Parse(new SourceText(path, text), dialect);

    /// <inheritdoc cref="Parse(string, string, Dialect)"/>
    /// <remarks>Bytes that are not UTF-8 are read as Latin-1.</remarks>
    public static StarlarkFile Parse(string path, ReadOnlyMemory<byte> utf8, Dialect dialect) =>
        Parser.Parse(SourceText.Decode(path, utf8.Span), dialect);
}
