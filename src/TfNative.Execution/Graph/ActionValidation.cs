namespace TfNative.Execution;

/// <summary>What can be seen to be wrong with an action by itself.</summary>
internal static class ActionValidation
{
    public static void Check(BuildAction action)
    {
        if (action.Index >= 0)
            throw ExecutionErrors.BadAction(action, "the action was added twice");
        if (action.Outputs.IsDefaultOrEmpty)
            throw ExecutionErrors.BadAction(action, "an action needs at least one output");
        if (action.Outputs.FirstOrDefault(output => output.IsSource) is { } source)
            throw ExecutionErrors.SourceIsOutput(source.ExecPath);
        switch (action)
        {
            case SpawnAction spawn:
                CheckSpawn(spawn);
                break;
            case ExpandTemplateAction or CopyAction or SymlinkAction { TargetPath: null } when action.Inputs.Length != 1:
                throw ExecutionErrors.BadAction(action, $"it needs exactly one input, not {action.Inputs.Length}");
            default:
                break;
        }

        if (action is not SpawnAction && action.Outputs.Length != 1)
            throw ExecutionErrors.BadAction(action, $"it has exactly one output, not {action.Outputs.Length}");
    }

    private static void CheckSpawn(SpawnAction spawn)
    {
        int count = spawn.CommandLine.Count;
        if (count == 0)
            throw ExecutionErrors.BadAction(spawn, "its command line is empty");
        if (spawn.Directories.Any(part => part.First < 1 || part.Count < 0 || part.First + part.Count > count))
            throw ExecutionErrors.BadAction(spawn, "its command line names folders in arguments that are not there");
        if (spawn is { DiscoversInputs: true, Depfile: null })
            throw ExecutionErrors.BadAction(spawn, "it discovers inputs, but names no depfile");
        int end = 1;
        foreach (ParamFile file in spawn.ParamFiles)
        {
            if (file.First < end || file.Count < 0 || file.First + file.Count > count)
                throw ExecutionErrors.BadAction(spawn, $"response file {file.ExecPath} has arguments that are not there");
            end = file.First + file.Count;
        }
    }
}
