namespace TfNative.Execution;

/// <summary>What is known about folders when an action runs.</summary>
/// <param name="FilesOf">Exec paths of the files of a folder, sorted.</param>
/// <param name="Functions">Makes values of them where arguments ask for it; null when none do.</param>
internal sealed record ArgumentExpansion(Func<string, IReadOnlyList<string>> FilesOf, IArgumentFunctions? Functions)
{
    /// <summary>The values that stand for one, each a value of its own.</summary>
    public IEnumerable<string> Of(ArgumentValue value, string? function) => value.Kind switch
    {
        ArgumentValueKind.Files when function is null => FilesOf(value.Text),
        ArgumentValueKind.Files => FilesOf(value.Text).SelectMany(file => Map(function, value.Text, file)),
        ArgumentValueKind.Folder => Map(function!, value.Text, null),
        _ => [value.Text],
    };

    private IEnumerable<string> Map(string function, string folder, string? file) => (Functions
        ?? throw new InvalidOperationException($"nothing knows the function {function}")).Map(function, folder, file, FilesOf);
}
