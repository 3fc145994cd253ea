using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// What does not depend on the instruction set is made once: an action of a variant that runs the command of the normal
/// configuration's on the same inputs (a generator of sources) becomes a link to what that makes.
/// </summary>
internal sealed class VariantSharing(ActionGraphBuilder graph, BuildConfiguration variant)
{
    private readonly string own = variant.BinDirectory + "/";
    private readonly string normal = variant.Normal!.BinDirectory + "/";
    private readonly Dictionary<BuildAction, bool> actions = [];
    private readonly Dictionary<ArtifactSet, bool> sets = [];

    public void Apply()
    {
        foreach (SpawnAction action in graph.Actions.OfType<SpawnAction>().Where(action => IsOwn(action.PrimaryOutput) && IsShareable(action)))
        {
            graph.Replace(action, action.Outputs.Select(output => new SymlinkAction
            {
                Mnemonic = "Symlink",
                Owner = action.Owner,
                Description = $"Taking {output.ExecPath} from {variant.Normal}",
                Inputs = [Counterpart(output)!],
                Outputs = [output],
            }));
        }
    }

    private bool IsOwn(Artifact artifact) => artifact.ExecPath.StartsWith(own, StringComparison.Ordinal);

    /// <summary>Not of this variant, or made of nothing that depends on its instruction set.</summary>
    private bool IsShareable(Artifact artifact) => !IsOwn(artifact) || artifact.Generator is { } action && IsShareable(action);

    private bool IsShareable(ArtifactSet set)
    {
        if (!sets.TryGetValue(set, out bool known))
            sets[set] = known = set.Direct.All(IsShareable) && set.Transitive.All(IsShareable);
        return known;
    }

    private bool IsShareable(BuildAction action)
    {
        if (!actions.TryGetValue(action, out bool known))
            actions[action] = known = HasCounterpart(action) && action.Inputs.All(IsShareable) && action.InputSets.All(IsShareable);
        return known;
    }

    private bool HasCounterpart(BuildAction action) =>
        action.Outputs.All(output => output.Kind == ArtifactKind.File && Counterpart(output)?.Generator is not null)
        && (action is not SpawnAction spawn || Counterpart(action.PrimaryOutput)!.Generator is SpawnAction other && RunsTheSame(spawn, other) && spawn.Tools.All(IsShareable));

    private bool RunsTheSame(SpawnAction action, SpawnAction other) =>
        action.CommandLine.ToArray().Select(argument => argument.Replace(own, normal, StringComparison.Ordinal)).SequenceEqual(other.CommandLine.ToArray());

    private Artifact? Counterpart(Artifact output) => graph.Find(normal + output.ExecPath[own.Length..]);
}
