using System.Runtime.InteropServices;

namespace TfNative.Execution;

/// <summary>The system calls about running processes, pipes and waiting.</summary>
internal static unsafe partial class LinuxProcess
{
    public const short Readable = 1;
    public const short HungUp = 16;
    public const int Terminate = 15;
    public const int Kill = 9;
    private const int CloseOnExec = 0x80000;
    private const int Interrupted = 4;

    /// <summary>The number is the same on every architecture.</summary>
    private const long PidfdOpenCall = 434;

    /// <summary>Time since the machine's start, as start times of processes are given.</summary>
    public static TimeSpan SinceBoot
    {
        get
        {
            const int Boottime = 7;
            long* time = stackalloc long[2];
            _ = ClockGetTime(Boottime, time);
            return TimeSpan.FromSeconds(time[0]) + TimeSpan.FromMicroseconds(time[1] / 1000);
        }
    }

    /// <summary>A descriptor that becomes readable when the process has ended; -1 where the kernel (before 5.3)
    /// has no such thing.</summary>
    public static int OpenProcess(int processId) => (int)SystemCall(PidfdOpenCall, processId, 0);

    public static (int Read, int Write) OpenPipe()
    {
        int* ends = stackalloc int[2];
        if (Pipe(ends, CloseOnExec) != 0)
            throw new IOException($"no pipe for a program's output: {Marshal.GetLastPInvokeErrorMessage()}");
        return (ends[0], ends[1]);
    }

    /// <summary>Waits until a descriptor is ready; -1 milliseconds for as long as it takes.</summary>
    public static int Poll(PollDescriptor* descriptors, int count, int milliseconds)
    {
        int ready;
        do
            ready = PollCall(descriptors, (nuint)count, milliseconds);
        while (ready < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return ready;
    }

    public static int Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            nint count;
            do
                count = ReadCall(descriptor, start, (nuint)buffer.Length);
            while (count < 0 && Marshal.GetLastPInvokeError() == Interrupted);
            return (int)count;
        }
    }

    /// <summary>Collects a process that has ended.</summary>
    /// <returns>False when there is none to collect: something else in this process took it.</returns>
    public static bool Wait(int processId, out int status, out ActionUsage usage)
    {
        int result = 0;
        ResourceUsage used = default;
        int waited;
        do
            waited = Wait4(processId, &result, 0, &used);
        while (waited < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        status = result;
        usage = new ActionUsage(default, used.User + used.System, used.MaxResidentKiB << 10);
        return waited == processId;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int SendSignal(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, long* time);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int PollCall(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadCall(int descriptor, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static partial int Pipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait4(int processId, int* status, int options, ResourceUsage* usage);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial long SystemCall(long number, long first, long second);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Ready;
    }

    /// <summary>struct rusage of a 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long MaxResidentKiB;

        public readonly TimeSpan User => TimeSpan.FromMicroseconds((UserSeconds * 1_000_000) + UserMicroseconds);

        public readonly TimeSpan System => TimeSpan.FromMicroseconds((SystemSeconds * 1_000_000) + SystemMicroseconds);
    }
}
