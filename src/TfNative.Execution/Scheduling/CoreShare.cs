using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>
/// How many of the machine's cores this build may use, which changes as other builds come and go. Every now and then all
/// are given back and asked for anew: that is how a build that began alone makes room for others, and how one that got few
/// gets those of builds that ended.
/// </summary>
/// <param name="broker">Null when all cores are ours.</param>
/// <param name="wanted">How many could be used.</param>
/// <param name="interval">Time between two requests.</param>
internal sealed class CoreShare(ICoreBroker? broker, int wanted, TimeSpan interval)
{
    private readonly Lock _lock = new();
    private long _asked;
    private int _held;

    /// <summary>How many there are at first.</summary>
    public int Acquire()
    {
        lock (_lock)
            return Ask();
    }

    /// <summary>Asks again if it is time to.</summary>
    /// <returns>How many there are now; null when that has not changed.</returns>
    public int? Renew()
    {
        lock (_lock)
        {
            if (broker is null || _held == 0 || wanted == 1 || Stopwatch.GetElapsedTime(_asked) < interval)
                return null;
            int before = _held;
            broker.ReleaseCores(_held);
            return Ask() is var now && now != before ? now : null;
        }
    }

    public void Release()
    {
        lock (_lock)
        {
            if (_held > 0)
                broker?.ReleaseCores(_held);
            _held = 0;
        }
    }

    private int Ask()
    {
        _held = broker?.RequestCores(wanted) ?? wanted;
        _asked = Stopwatch.GetTimestamp();
        return _held;
    }
}
