using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>What can go wrong with a single action; the messages say what, of which target, and what to do.</summary>
internal static class ActionFailures
{
    /// <summary>A shell adds it to the number of the signal that ended what it ran.</summary>
    private const int OfShell = 128;

    public static ActionFailure Of(BuildAction action, ExecutionException e) =>
        new(action, e.Code, $"{Name(action)} failed: {e.Message}", null, null, null, ActionOutput.None);

    public static ActionFailure Io(BuildAction action, Exception e) =>
        new(action, "TFN3018", $"{Name(action)} failed: {e.Message}", null, null, null, ActionOutput.None);

    public static ActionFailure InputMissing(BuildAction action, string path) => new(
        action,
        "TFN3010",
        $"{Name(action)} needs {path}, which does not exist and which no action makes",
        null,
        null,
        null,
        ActionOutput.None);

    public static ActionFailure ProgramNotFound(SpawnAction action, Command command)
    {
        string where = command.Program.Contains('/')
            ? "there is no such file"
            : $"it is not in the action's PATH ({action.Environment["PATH"] ?? "which is not set"})";
        return new ActionFailure(
            action,
            "TFN3011",
            $"{Name(action)} runs {command.Program}, but {where}; install it or name another",
            null,
            null,
            SpawnCommands.ToShell(command),
            ActionOutput.None);
    }

    public static ActionFailure Of(SpawnAction action, Command command, CommandResult result)
    {
        (string code, string what) = result.End switch
        {
            CommandEnd.TimedOut => ("TFN3014", $"did not end within {command.Timeout}"),
            CommandEnd.NotStarted => ("TFN3017", $"could not be started: {result.StartError}"),
            CommandEnd.Signalled => ("TFN3016", $"was ended by {Signals.Name(result.Code)}{Hint(result.Code)}"),
            _ => ("TFN3016", $"failed: exit code {result.Code}{Hint(result.Code - OfShell)}"),
        };
        return new ActionFailure(
            action,
            code,
            $"{Name(action)} {what}",
            result.End == CommandEnd.Exited ? result.Code : null,
            result.End == CommandEnd.Signalled ? Signals.Name(result.Code) : null,
            SpawnCommands.ToShell(command),
            result.Output);
    }

    public static ActionFailure OutputNotMade(BuildAction action, Artifact output, ActionResult result) => new(
        action,
        "TFN3013",
        $"{Name(action)} ended without an error, but did not make {output.ExecPath}" +
        (output.Kind == ArtifactKind.File ? "" : $" as a {output.Kind.ToString().ToLowerInvariant()}") +
        "; make it, or do not declare it",
        null,
        null,
        Shell(result),
        result.Output);

    public static ActionFailure NoDepfile(SpawnAction action, ActionResult result) => new(
        action,
        "TFN3015",
        $"{Name(action)} ended without an error, but did not write {action.Depfile}; give the compiler -MD and -MF",
        null,
        null,
        Shell(result),
        result.Output);

    public static ActionFailure UndeclaredInputs(
        SpawnAction action, ImmutableArray<string> paths, Func<string, string?>? ownerOf, ActionResult result) =>
        new(action, "TFN3019", UndeclaredText(action, paths, ownerOf), null, null, Shell(result), result.Output);

    public static string UndeclaredText(SpawnAction action, ImmutableArray<string> paths, Func<string, string?>? ownerOf)
    {
        IEnumerable<string> named = paths.Take(10).Select(path =>
            ownerOf?.Invoke(path) is { } owner ? $"{path} (add a dependency on {owner})" : path);
        string more = paths.Length > 10 ? $" and {paths.Length - 10} more" : "";
        return $"{Name(action)} reads what it does not declare: {string.Join(", ", named)}{more}";
    }

    private static string Name(BuildAction action) =>
        action.Owner.Length == 0 ? action.ToString() : $"{action.Mnemonic} of {action.Owner}";

    private static string? Shell(ActionResult result) => result.Command is { } command ? SpawnCommands.ToShell(command) : null;

    private static string Hint(int signal) =>
        signal == LinuxProcess.Kill ? " (often for want of memory: run fewer actions at a time)" : "";
}
