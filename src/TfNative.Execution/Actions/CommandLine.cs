namespace TfNative.Execution;

/// <summary>
/// A program and its arguments as a list of segments. Ten thousand compiles differ in a handful of arguments: the
/// segments that they have in common are one array each, referred to by all. The arrays must not be changed.
/// </summary>
public class CommandLine
{
    private readonly string[][]? _segments;

    public CommandLine(params string[][] segments)
    {
        _segments = segments;
    }

    private protected CommandLine()
    {
    }

    public IReadOnlyList<string[]> Segments => Load();

    public int Count => Load().Sum(segment => segment.Length);

    /// <summary>The command line of these arguments, nothing shared.</summary>
    public static CommandLine Of(params string[] arguments) => new(arguments);

    public string[] ToArray()
    {
        var result = new string[Count];
        int at = 0;
        foreach (string[] segment in Load())
        {
            segment.CopyTo(result, at);
            at += segment.Length;
        }

        return result;
    }

    /// <summary>The segments; read from the graph's file only when they are needed.</summary>
    private protected virtual string[][] Load() => _segments!;

    public override string ToString() => string.Join(' ', ToArray());
}
