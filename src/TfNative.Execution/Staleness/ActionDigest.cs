using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>Everything that an action was told, as one number: all that makes it stale apart from files.</summary>
internal static class ActionDigest
{
    public static Hash128 Of(BuildAction action)
    {
        var hash = new ContentHash().Add(action.GetType().Name);
        foreach (Artifact output in action.Outputs)
            hash.Add(output.ExecPath).Add((long)output.Kind);
        hash.Add(action.Outputs.Length);
        switch (action)
        {
            case SpawnAction spawn:
                AddSpawn(hash, spawn);
                break;
            case WriteFileAction write:
                hash.Add(ContentHash.Of(write.Content().Span)).Add(write.IsExecutable ? 1 : 0);
                break;
            case WriteArgumentsAction write:
                AddCommandLine(hash, write.Arguments, write.Directories);
                hash.Add((long)write.Format).Add(write.IsExecutable ? 1 : 0);
                break;
            case ExpandTemplateAction expand:
                foreach ((string key, string value) in expand.Substitutions)
                    hash.Add(key).Add(value);
                hash.Add(expand.IsExecutable ? 1 : 0);
                break;
            case SymlinkAction link:
                hash.Add(link.TargetPath is null ? 0 : 1).Add(link.TargetPath ?? "");
                break;
            case SymlinkTreeAction tree:
                foreach ((string path, string? target) in tree.Entries)
                    hash.Add(path).Add(target is null ? 0 : 1).Add(target ?? "");
                hash.Add(tree.Manifest ?? "");
                break;
            default:
                break;
        }

        return hash.Digest;
    }

    /// <summary>The words of a command, as they are logged to be able to say what changed.</summary>
    public static (IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment) Words(BuildAction action) =>
        action is SpawnAction spawn
            ? (spawn.CommandLine.ToArray(), [.. spawn.Environment.Variables.Select(v => $"{v.Key}={v.Value}")])
            : ([], []);

    private static void AddSpawn(ContentHash hash, SpawnAction spawn)
    {
        AddCommandLine(hash, spawn.CommandLine, spawn.Directories);
        foreach ((string name, string value) in spawn.Environment.Variables)
            hash.Add(name).Add(value);
        hash.Add(spawn.Environment.Variables.Count);
        foreach (ParamFile file in spawn.ParamFiles)
            hash.Add(file.ExecPath).Add(file.First).Add(file.Count).Add((long)file.Format).Add(file.Flag);
        hash.Add(spawn.ParamFiles.Length).Add(spawn.Depfile ?? "").Add(spawn.DiscoversInputs ? 1 : 0);
    }

    private static void AddCommandLine(ContentHash hash, CommandLine commandLine, ImmutableArray<DirectoryArguments> directories)
    {
        foreach (string[] segment in commandLine.Segments)
        {
            foreach (string argument in segment)
                hash.Add(argument);
        }

        // How the arguments are cut into segments is no difference: only their number is added.
        hash.Add(commandLine.Count);
        foreach (DirectoryArguments part in directories)
            AddList(hash.Add(part.First).Add(part.Count), part.List);
    }

    private static void AddList(ContentHash hash, ArgumentList list)
    {
        foreach (ArgumentValue value in list.Values)
            hash.Add(value.Text).Add((long)value.Kind);
        hash.Add(list.Values.Length).Add(list.Unique ? 1 : 0).Add(list.OmitIfEmpty ? 1 : 0);
        foreach (string? text in (string?[])[list.Flag, list.BeforeEach, list.JoinWith, list.TerminateWith, list.Function])
            hash.Add(text is null ? 0 : 1).Add(text ?? "");
        foreach (ArgumentFormat? format in (ArgumentFormat?[])[list.FormatEach, list.FormatJoined])
            hash.Add(format is null ? 0 : 1).Add(format?.Prefix ?? "").Add(format?.Suffix ?? "");
    }
}
