namespace TfNative.Execution;

/// <summary>Makes of an action the command to be run: launcher, response files' flags, environment.</summary>
internal sealed class SpawnCommands(ExecutionRequest request, IDiskInterface disk, ProgramFinder programs)
{
    public Command For(SpawnAction action, int slot, string spillFile)
    {
        string program = programs.Find(action);
        string[] arguments = ParamFileWriter.Arguments(action);
        if (request.Launcher is { } launcher && launcher.Mnemonics.Contains(action.Mnemonic))
        {
            program = programs.Find(launcher.Arguments[0], action.Environment["PATH"] ?? request.PassedEnvironment["PATH"]);
            arguments = [.. launcher.Arguments, .. arguments];
        }
        else if (request.WithoutNetwork)
        {
            arguments = [.. NetworkIsolation.Prefix, program, .. arguments.Skip(1)];
            program = arguments[0];
        }

        return new Command(
            program, arguments, Environment(action), disk.FullPath("."), action.Timeout ?? request.ActionTimeout, spillFile, slot);
    }

    private List<string> Environment(SpawnAction action)
    {
        var variables = new List<string>(action.Environment.Variables.Length + request.PassedEnvironment.Variables.Length);
        foreach ((string name, string value) in request.PassedEnvironment.Variables)
        {
            if (action.Environment[name] is null)
                variables.Add($"{name}={value}");
        }

        foreach ((string name, string value) in action.Environment.Variables)
            variables.Add($"{name}={value}");
        return variables;
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
