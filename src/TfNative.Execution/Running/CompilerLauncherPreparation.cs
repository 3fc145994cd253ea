using System.Globalization;

namespace TfNative.Execution;

/// <summary>What is done for a launcher once per build, before actions run.</summary>
internal sealed class CompilerLauncherPreparation(ActionContext context, CompilerLauncher launcher)
{
    /// <summary>Preprocessing, sending and waiting for one compile takes about an eighth of compiling it.</summary>
    private const int PerLocalJob = 8;

    private const int AtLeast = 16;

    /// <param name="context">Of the build.</param>
    /// <param name="localJobs">What may run on this machine.</param>
    /// <param name="cancel">Ends the launcher.</param>
    /// <returns>How many actions may run in all; more than <paramref name="localJobs"/> when other machines take part.</returns>
    /// <exception cref="ExecutionException">TFN3041: there is no such launcher.</exception>
    public static int Prepare(ActionContext context, int localJobs, CancellationToken cancel)
    {
        if (context.Request.Launcher is not { } launcher)
            return localJobs;
        var preparation = new CompilerLauncherPreparation(context, launcher);
        string program = context.Programs.Find(launcher.Arguments[0], launcher.SearchPath);
        if (context.Disk.Stat(program).Type != FileType.File)
            throw ExecutionErrors.LauncherNotFound(launcher);
        // sccache works through a server, which the first compile would start, and with it all that come at the same time.
        // The server is a session of its own, so that it outlives actions. That it runs already is no error, and
        // when it cannot run the actions say so.
        if (launcher.Kind == CompilerLauncherKind.Sccache)
            preparation.Run(program, "--start-server", cancel);
        return launcher.Distributes ? Math.Max(localJobs, preparation.Jobs(program, localJobs, cancel)) : localJobs;
    }

    private int Jobs(string program, int localJobs, CancellationToken cancel)
    {
        if (launcher.Jobs > 0)
            return launcher.Jobs;
        // distcc knows its hosts and their slots (distcc(1), -j); icecc learns them from its scheduler, bit by bit.
        if (launcher.Kind == CompilerLauncherKind.Distcc && Run(program, "-j", cancel) is { } text &&
            int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int slots))
        {
            return slots;
        }

        return Math.Max(AtLeast, PerLocalJob * localJobs);
    }

    /// <returns>What it wrote; null when it failed.</returns>
    private string? Run(string program, string argument, CancellationToken cancel)
    {
        IEnumerable<string> environment = launcher.Environment.Variables.Select(variable => $"{variable.Key}={variable.Value}");
        CommandResult result = context.Commands.Run(
            new Command(
                program,
                [.. launcher.Arguments, argument],
                [.. environment, $"PATH={launcher.SearchPath}"],
                context.Disk.FullPath("."),
                TimeSpan.FromMinutes(1),
                Path.Combine(context.Request.LogFolder, "launcher.txt"),
                Slot: 0),
            cancel);
        return result.Succeeded ? result.Output.Text : null;
    }
}
