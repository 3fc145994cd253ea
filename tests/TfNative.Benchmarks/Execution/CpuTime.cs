using System.Runtime.InteropServices;

namespace TfNative.Benchmarks.Execution;

/// <summary>CPU time of this process and of all that it started and waited for: on a busy machine it says more than
/// the wall clock.</summary>
internal static unsafe partial class CpuTime
{
    public static TimeSpan Self => Of(0);

    public static TimeSpan Children => Of(-1);

    public static TimeSpan All => Self + Children;

    private static TimeSpan Of(int who)
    {
        long* usage = stackalloc long[32];
        _ = GetResourceUsage(who, usage);
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, long* usage);
}
