using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>Collects what ran, when, in which job, and what was waited for last. Thread-safe.</summary>
internal sealed class TraceRecorder(IMemoryProbe memory)
{
    /// <summary>Asking the kernel takes longer than some actions.</summary>
    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly List<TraceEvent> _events = [];
    private TimeSpan _memoryTime = TimeSpan.MinValue;
    private long _available;

    public IReadOnlyList<TraceEvent> Events => _events;

    public void Ended(BuildAction action, int slot, string reason, ActionResult result)
    {
        TimeSpan end = Stopwatch.GetElapsedTime(_start);
        lock (_lock)
        {
            if (_memoryTime == TimeSpan.MinValue || end - _memoryTime > MemoryInterval)
                (_memoryTime, _available) = (end, memory.AvailableBytes());
            _events.Add(new TraceEvent(
                action, slot, end - result.Usage.Duration, result.Usage, reason, result.Succeeded, result.Launch, _available));
        }
    }
}
