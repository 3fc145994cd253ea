using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>Runs the program of an action: response files before, depfile after. One object per job.</summary>
internal sealed class SpawnRunner(ActionContext context, int slot)
{
    private readonly SpawnCommands _commands = new(context);
    private readonly CompilerLauncherLog _launcherLog = new(context, slot);
    private int _count;

    public ActionResult Run(SpawnAction action, CancellationToken cancel)
    {
        foreach (ParamFile file in action.ParamFiles)
        {
            context.Folders.MakeParent(file.ExecPath);
            context.Disk.Write(file.ExecPath, ParamFileWriter.Content(action, file, context.Expansion), executable: false);
        }

        if (action.Depfile is { } depfile)
            context.Folders.MakeParent(depfile);
        string spillFile = OutputCapture.FileIn(context.Request.LogFolder, slot, _count++);
        Command command = _commands.For(action, slot, spillFile, _launcherLog.File);
        if (context.Disk.Stat(command.Program).Type != FileType.File)
            return new ActionResult(ActionFailures.ProgramNotFound(action, command));
        CommandResult ended = context.Commands.Run(command, cancel);
        var result = new ActionResult
        {
            Command = command,
            Output = ended.Output,
            Usage = ended.Usage,
            Cancelled = ended.End == CommandEnd.Cancelled,
            Launch = _launcherLog.Take(action),
        };
        if (result.Cancelled)
            return result;
        if (!ended.Succeeded)
            return result with { Failure = ActionFailures.Of(action, command, ended) };
        return action.Depfile is null ? result : ReadDepfile(action, result);
    }

    private ActionResult ReadDepfile(SpawnAction action, ActionResult result)
    {
        byte[] content;
        try
        {
            content = context.Disk.Read(action.Depfile!);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return result with { Failure = ActionFailures.NoDepfile(action, result) };
        }

        if (!action.Outputs.Any(output => output.ExecPath == action.Depfile))
            context.Disk.Delete(action.Depfile!);
        List<string> discovered = DepfileParser.Parse(content);
        result = result with { Discovered = discovered };
        if (context.Request.UndeclaredInputs == UndeclaredInputPolicy.Ignore || !action.DiscoversInputs)
            return result;
        ImmutableArray<string> undeclared = UndeclaredInputs.Of(action, discovered, context);
        if (undeclared.IsEmpty)
            return result;
        if (context.Request.UndeclaredInputs == UndeclaredInputPolicy.Error)
            return result with { Failure = ActionFailures.UndeclaredInputs(action, undeclared, context.Request.OwnerOfPath, result) };
        context.Status.Message(ExecutionMessages.UndeclaredInputs(action, undeclared, context.Request.OwnerOfPath));
        return result;
    }
}
