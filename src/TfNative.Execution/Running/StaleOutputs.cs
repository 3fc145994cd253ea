namespace TfNative.Execution;

/// <summary>
/// Removes the outputs of actions that were built once and that the graph no longer has. This is done before anything
/// is decided: a header that no action makes any more must not be found by a compiler.
/// </summary>
internal static class StaleOutputs
{
    public static void Remove(ActionContext context)
    {
        BuildLog log = context.Log;
        foreach (int primary in log.Actions)
        {
            if (!log.TryGet(primary, out LoggedAction action))
                continue;
            foreach (int version in action.Outputs)
            {
                int path = log.Versions.PathOf(version);
                // What is a source now, or the output of another action, is not ours to remove.
                if (context.Paths.ArtifactAt(path) is null)
                    context.Disk.Delete(log.Path(path));
            }

            if (context.Paths.ArtifactAt(primary) is not { IsOutput: true })
                log.Remove(primary);
        }
    }
}
