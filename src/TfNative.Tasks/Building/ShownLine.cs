namespace TfNative.Tasks.Building;

/// <summary>A line that is seen until its time is over or something else is to be heard.</summary>
internal sealed class ShownLine
{
    private readonly object _lock = new();
    private bool _over;

    /// <summary>Whether it was seen at all.</summary>
    public bool WasShown { get; private set; }

    /// <summary>Lasts as long as the line.</summary>
    public void Wait(TimeSpan time)
    {
        lock (_lock)
        {
            WasShown = true;
            if (!_over)
                Monitor.Wait(_lock, time);
        }
    }

    public void Dismiss()
    {
        lock (_lock)
        {
            _over = true;
            Monitor.PulseAll(_lock);
        }
    }
}
