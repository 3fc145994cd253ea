using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TfNative.Execution;

/// <summary>
/// Runs programs on Linux. The calling thread waits in one poll for output, the program's end, and cancellation. What the
/// program leaves running in its session is ended with it, so that nothing writes to the outputs later and no forgotten
/// child holds the build up by keeping the pipe open.
/// </summary>
internal sealed class LinuxCommandRunner(RunningSessions? sessions = null) : ICommandRunner
{
    /// <summary>Time to remove temporary files, as gcc does on SIGTERM, before SIGKILL.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>How long children that were ended may take to be gone.</summary>
    private const int LeftoverMilliseconds = 200;

    /// <summary>How long one that left the session, and so was not ended, is listened to if it keeps talking.</summary>
    private static readonly TimeSpan LongestTalk = TimeSpan.FromSeconds(1);

    /// <summary>How often cancellation is looked for; a wait on its handle would need a descriptor more per program.</summary>
    private const int PollMilliseconds = 50;

    private readonly OwnMemory _own = new();

    /// <summary>Whether the kernel has what this needs.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess && CanOpenProcesses();

    public CommandResult Run(Command command, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        (int read, int write) = LinuxProcess.OpenPipe();
        int processId;
        int error;
        sessions?.Begin(command.Slot);
        try
        {
            error = LinuxSpawn.Start(command, write, out processId);
        }
        finally
        {
            _ = LinuxProcess.Close(write);
        }

        if (error != 0)
        {
            _ = LinuxProcess.Close(read);
            sessions?.Ended(command.Slot);
            return new CommandResult(CommandEnd.NotStarted, error, ActionOutput.None, default)
            {
                StartError = Marshal.GetPInvokeErrorMessage(error),
            };
        }

        sessions?.Started(command.Slot, processId);
        using var output = new OutputCapture(command.SpillFile);
        CommandEnd end = Follow(processId, read, output, start, command.Timeout, cancel);
        bool known = LinuxProcess.Wait(processId, out int status, out ActionUsage usage);
        sessions?.Ended(command.Slot);
        usage = usage with { Duration = Stopwatch.GetElapsedTime(start), PeakMemoryBytes = _own.PeakOf(usage.PeakMemoryBytes) };
        if (!known)
            return new CommandResult(CommandEnd.NotStarted, 0, output.Finish(), usage) { StartError = "its exit code was lost" };
        int signal = status & 0x7f;
        if (end == CommandEnd.Exited && signal != 0)
            end = CommandEnd.Signalled;
        return new CommandResult(end, signal != 0 ? signal : (status >> 8) & 0xff, output.Finish(), usage);
    }

    public void Dispose() => sessions?.Dispose();

    /// <summary>Reads output until the program has ended and nothing of it is left, then closes the pipe.</summary>
    private static unsafe CommandEnd Follow(
        int processId, int pipe, OutputCapture output, long start, TimeSpan? timeout, CancellationToken cancel)
    {
        int process = LinuxProcess.OpenProcess(processId);
        Span<byte> buffer = stackalloc byte[16 * 1024];
        LinuxProcess.PollDescriptor* waits = stackalloc LinuxProcess.PollDescriptor[2];
        waits[0] = new LinuxProcess.PollDescriptor { Descriptor = process, Wanted = LinuxProcess.Readable };
        waits[1] = new LinuxProcess.PollDescriptor { Descriptor = pipe, Wanted = LinuxProcess.Readable };
        var end = CommandEnd.Exited;
        long stopping = 0;
        try
        {
            // Without a descriptor for the process (there may be no more to have), the pipe's end tells as well.
            while (waits[0].Ready == 0 && (process >= 0 || waits[1].Descriptor >= 0))
            {
                _ = LinuxProcess.Poll(waits, 2, PollMilliseconds);
                if (waits[1].Ready != 0)
                    ReadSome(ref waits[1], buffer, output);
                if (end == CommandEnd.Exited && Interruption(start, timeout, cancel) is { } reason)
                {
                    end = reason;
                    stopping = Stopwatch.GetTimestamp();
                    ProcessTree.Signal(processId, LinuxProcess.Terminate);
                }

                if (stopping != 0 && Stopwatch.GetElapsedTime(stopping) > Grace)
                    ProcessTree.Signal(processId, LinuxProcess.Kill);
            }

            // The leader has ended but is not collected yet, so that its number cannot belong to anything else.
            _ = LinuxProcess.SendSignal(-processId, LinuxProcess.Kill);
            // Its children hold the pipe until they are really gone; only one that has left the session keeps it.
            long ended = Stopwatch.GetTimestamp();
            while (waits[1].Descriptor >= 0 && Stopwatch.GetElapsedTime(ended) < LongestTalk && LinuxProcess.Poll(&waits[1], 1, LeftoverMilliseconds) > 0)
                ReadSome(ref waits[1], buffer, output);
            return end;
        }
        finally
        {
            _ = LinuxProcess.Close(process);
            _ = LinuxProcess.Close(pipe);
        }
    }

    private static CommandEnd? Interruption(long start, TimeSpan? timeout, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? CommandEnd.Cancelled
        : timeout is { } limit && Stopwatch.GetElapsedTime(start) > limit ? CommandEnd.TimedOut
        : null;

    private static void ReadSome(ref LinuxProcess.PollDescriptor pipe, Span<byte> buffer, OutputCapture output)
    {
        int count = LinuxProcess.Read(pipe.Descriptor, buffer);
        if (count > 0)
            output.Add(buffer[..count]);
        else
            pipe.Descriptor = -1; // poll leaves out negative ones: all writers are gone
    }

    private static bool CanOpenProcesses()
    {
        int self = LinuxProcess.OpenProcess(Environment.ProcessId);
        if (self < 0)
            return false;
        _ = LinuxProcess.Close(self);
        return true;
    }
}
