namespace TfNative.Execution;

/// <summary>
/// Lets actions start as long as memory lasts: the peaks of all that run, as learnt from earlier runs, must fit into
/// what was there when nothing ran, and the peak of a new one into what is there now, as others use memory too. When
/// nothing runs the next may always start: waiting would never end. Not thread-safe.
/// </summary>
internal sealed class MemoryGate(MemoryPolicy policy, IMemoryProbe probe, Func<BuildAction, long> estimate)
{
    private long _budget;
    private long _reserved;
    private int _running;

    public bool TryEnter(BuildAction action)
    {
        long wanted = estimate(action);
        if (_running == 0)
            _budget = Available();
        else if (wanted > 0 && (_reserved + wanted > _budget || wanted > Available()))
            return false;
        _running++;
        _reserved += wanted;
        return true;
    }

    public void Leave(BuildAction action)
    {
        _running--;
        _reserved -= estimate(action);
    }

    private long Available() => policy.LimitBytes == long.MaxValue
        ? long.MaxValue / 2
        : Math.Min(policy.LimitBytes ?? long.MaxValue, probe.AvailableBytes()) - policy.ReserveBytes;
}
