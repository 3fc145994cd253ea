using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>Runs programs with what .NET itself has, for systems where <see cref="LinuxCommandRunner"/> cannot.</summary>
internal sealed class PortableCommandRunner : ICommandRunner
{
    public CommandResult Run(Command command, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        string program = command.Program.Contains('/') ? Path.Combine(command.Folder, command.Program) : command.Program;
        var info = new ProcessStartInfo(program)
        {
            WorkingDirectory = command.Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in command.Arguments.Skip(1))
            info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (string variable in command.Environment)
            info.Environment[variable[..variable.IndexOf('=', 1)]] = variable[(variable.IndexOf('=', 1) + 1)..];
        using var process = new Process { StartInfo = info };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new CommandResult(CommandEnd.NotStarted, e.NativeErrorCode, ActionOutput.None, default)
            {
                StartError = e.Message,
            };
        }

        process.StandardInput.Close();
        using var output = new OutputCapture(command.SpillFile);
        Task reading = Task.WhenAll(
            Read(process.StandardOutput.BaseStream, output), Read(process.StandardError.BaseStream, output));
        CommandEnd end = WaitForEnd(process, command.Timeout, cancel);
        // A forgotten child may keep the pipes open: what it writes is not waited for.
        _ = reading.Wait(TimeSpan.FromSeconds(1), CancellationToken.None);
        lock (output)
        {
            var usage = new ActionUsage(Stopwatch.GetElapsedTime(start), default, 0);
            return new CommandResult(end, process.ExitCode, output.Finish(), usage);
        }
    }

    public void Dispose()
    {
    }

    private static CommandEnd WaitForEnd(Process process, TimeSpan? timeout, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout ?? Timeout.InfiniteTimeSpan);
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            return CommandEnd.Exited;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return cancel.IsCancellationRequested ? CommandEnd.Cancelled : CommandEnd.TimedOut;
        }
    }

    private static async Task Read(Stream stream, OutputCapture output)
    {
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            lock (output)
                output.Add(buffer.AsSpan(0, count));
        }
    }
}
