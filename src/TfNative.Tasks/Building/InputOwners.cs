using TfNative.Bazel;
using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>Knows which target to depend on for a file that an action read without having declared it.</summary>
/// <param name="graph">Whose actions make generated files.</param>
/// <param name="executionRoot">Absolute path; source files are found through it.</param>
internal sealed class InputOwners(ActionGraph graph, string executionRoot)
{
    private readonly SourceOwners _sources = new(executionRoot);

    /// <param name="execPath">Relative to the execution root.</param>
    /// <returns>A label, or null.</returns>
    public string? Find(string execPath) =>
        graph.Artifacts.FirstOrDefault(artifact => artifact.IsOutput && artifact.ExecPath == execPath) is { Generator.Owner: { Length: > 0 } owner }
            ? owner
            : _sources.Find(execPath);
}
