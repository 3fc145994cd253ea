namespace TfNative.Execution;

/// <summary>Makes of an action the command to be run: launcher, response files' flags, environment.</summary>
internal sealed class SpawnCommands(ActionContext context)
{
    /// <param name="action">What is to run.</param>
    /// <param name="slot">The job that it runs in.</param>
    /// <param name="spillFile">See <see cref="Command"/>.</param>
    /// <param name="launcherLog">See <see cref="CompilerLauncherLog"/>.</param>
    public Command For(SpawnAction action, int slot, string spillFile, string launcherLog)
    {
        string program = context.Programs.Find(action);
        string[] arguments = ParamFileWriter.Arguments(action, context.Expansion);
        IEnumerable<KeyValuePair<string, string>> settings = [];
        if (context.Request.Launcher is { } launcher && launcher.Launches(action))
        {
            program = context.Programs.Find(launcher.Arguments[0], launcher.SearchPath);
            arguments = [.. launcher.Arguments, .. launcher.ReadsResponseFiles() ? arguments : WithoutResponseFiles(action)];
            settings = CompilerLauncherEnvironment.Of(launcher, context.Request.ExecutionRoot, launcherLog);
        }
        else if (context.Request.WithoutNetwork)
        {
            arguments = [.. NetworkIsolation.Prefix, program, .. arguments.Skip(1)];
            program = arguments[0];
        }

        return new Command(
            program, arguments, Environment(action, settings), context.Disk.FullPath("."), action.Timeout ?? context.Request.ActionTimeout, spillFile, slot);
    }

    private string[] WithoutResponseFiles(SpawnAction action)
    {
        string[] all = action.CommandLine.ToArray();
        return DirectoryArguments.Expand(all, 0, all.Length, action.Directories, context.Expansion);
    }

    /// <summary>What the action declares wins over what the launcher gets, and that over what is passed to all.</summary>
    private List<string> Environment(SpawnAction action, IEnumerable<KeyValuePair<string, string>> launcher)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in context.Request.PassedEnvironment.Variables.Concat(launcher).Concat(action.Environment.Variables))
            variables[name] = value;
        return [.. variables.Select(variable => $"{variable.Key}={variable.Value}")];
    }

    /// <summary>A line for a shell that runs the same program in the same way.</summary>
    public static string ToShell(Command command)
    {
        string program = ShellQuote.Word(command.Program.Contains('/') ? command.Program : command.Arguments[0]);
        string rest = ShellQuote.Words(command.Arguments.Skip(1));
        return $"(cd {ShellQuote.Word(Folder(command))} && env -i {ShellQuote.Words(command.Environment)} {program} {rest})"
            .Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string Folder(Command command) =>
        command.Folder.EndsWith("/.", StringComparison.Ordinal) ? command.Folder[..^2] : command.Folder;
}
