namespace TfNative.Execution;

/// <summary>What an action took.</summary>
/// <param name="Duration">Wall time.</param>
/// <param name="CpuTime">User and system time of its processes; zero where not measured.</param>
/// <param name="PeakMemoryBytes">Of its largest process; 0 where not measured, as of one that was smaller than this process.</param>
public readonly record struct ActionUsage(TimeSpan Duration, TimeSpan CpuTime, long PeakMemoryBytes);
