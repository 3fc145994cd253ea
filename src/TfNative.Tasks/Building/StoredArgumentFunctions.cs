using TfNative.Bazel;
using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>The functions that a translation left in a file. It is read, and the translator's assembly loaded, when the first of
/// them is called: few builds call one, and none that has nothing to do.</summary>
internal sealed class StoredArgumentFunctions(string path) : IArgumentFunctions
{
    private readonly Lazy<IArgumentFunctions> _functions = new(() => ArgumentFunctions.Load(path));

    public IEnumerable<string> Map(string function, string folder, string? file, Func<string, IReadOnlyList<string>> filesOf) =>
        _functions.Value.Map(function, folder, file, filesOf);
}
