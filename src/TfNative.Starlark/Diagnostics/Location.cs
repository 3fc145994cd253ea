namespace TfNative.Starlark;

/// <summary>A place in a file. Line and column count from 1; both are 0 for code that has no source (builtins).</summary>
public readonly record struct Location(string File, int Line, int Column)
{
    public override string ToString() => Line == 0 ? File ?? "" : $"{File}:{Line}:{Column}";
}
