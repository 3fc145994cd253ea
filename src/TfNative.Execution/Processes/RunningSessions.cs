using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>
/// Keeps in a file which programs run, so that a build that comes after one that was killed can end what that one left
/// behind before it writes to the same outputs. A slot of 16 bytes per job: session leader, and when it was started, as
/// numbers of processes are used again. Before a program is started the slot says that one is going to be: a kill between
/// the start and the number being known leaves a program that is found by what it looks like.
/// </summary>
internal sealed class RunningSessions : IDisposable
{
    private const int SlotLength = 16;

    /// <summary>In place of a leader: one is being started.</summary>
    private const int Starting = -1;

    /// <summary>How much later than the slot says a program may have started; the kernel counts in hundredths of a second.</summary>
    private static readonly TimeSpan StartingTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Hundredth = TimeSpan.FromMilliseconds(10);

    private readonly SafeFileHandle _file;

    private RunningSessions(SafeFileHandle file) => _file = file;

    /// <summary>Ends what an earlier owner of the file left running.</summary>
    /// <param name="path">The file; made when it is not there. Its folder must be locked by the caller.</param>
    /// <param name="folder">In which its programs began: the execution root, absolute.</param>
    /// <param name="message">Told how many were left.</param>
    public static RunningSessions Open(string path, string folder, Action<ExecutionMessage> message)
    {
        SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        byte[] slots = new byte[RandomAccess.GetLength(file)];
        int length = RandomAccess.Read(file, slots, 0);
        int ended = 0;
        for (int at = 0; at + SlotLength <= length; at += SlotLength)
        {
            int leader = BinaryPrimitives.ReadInt32LittleEndian(slots.AsSpan(at));
            long start = BinaryPrimitives.ReadInt64LittleEndian(slots.AsSpan(at + sizeof(long)));
            if (leader > 0)
                ended += End(leader, start);
            else if (leader == Starting)
                ended += EndStarted(TimeSpan.FromTicks(start), folder);
        }

        if (length > 0)
            RandomAccess.SetLength(file, 0);
        if (ended > 0)
            message(ExecutionMessages.LeftoversEnded(ended));
        return new RunningSessions(file);
    }

    /// <summary>The next program of the slot is about to be started.</summary>
    public void Begin(int slot) => Write(slot, Starting, LinuxProcess.SinceBoot.Ticks);

    public void Started(int slot, int leader) => Write(slot, leader, LinuxProcess.SinceBoot.Ticks);

    public void Ended(int slot) => Write(slot, 0, 0);

    public void Dispose() => _file.Dispose();

    private void Write(int slot, int leader, long start)
    {
        Span<byte> bytes = stackalloc byte[SlotLength];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, leader);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[sizeof(long)..], start);
        RandomAccess.Write(_file, bytes, (long)slot * SlotLength);
    }

    /// <summary>Ends the programs that were started, but whose numbers nobody could write down any more.</summary>
    private static int EndStarted(TimeSpan begin, string folder)
    {
        string? root = ProcessTree.RealPath(folder);
        int ended = 0;
        // A look or two more: it may not have come to where it can be recognised.
        for (int look = 0; look < 5 && root is not null; look++)
        {
            foreach (int leader in ProcessTree.SessionLeaders())
            {
                if (ProcessTree.StartTime(leader) is { } start && start >= begin - Hundredth && start <= begin + StartingTime &&
                    ProcessTree.IsStartedIn(leader, root))
                {
                    ended += End(leader, start.Ticks);
                }
            }

            Pause();
        }

        return ended;
    }

    private static unsafe void Pause() => _ = LinuxProcess.Poll(null, 0, 2);

    private static int End(int leader, long start)
    {
        // A session outlives its leader; only if its number belongs to a younger process has it been used again. The
        // kernel counts start times in hundredths of a second.
        if (ProcessTree.StartTime(leader) is { } actual && actual.Ticks > start + TimeSpan.TicksPerSecond)
            return 0;
        int ended = 0;
        while (ProcessTree.OfSession(leader).ToList() is { Count: > 0 } processes)
        {
            ended = Math.Max(ended, processes.Count);
            foreach (int process in processes)
                _ = LinuxProcess.SendSignal(process, LinuxProcess.Kill);
            Pause();
        }

        return ended;
    }
}
