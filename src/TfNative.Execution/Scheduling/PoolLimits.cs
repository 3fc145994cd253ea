namespace TfNative.Execution;

/// <summary>How many actions of each pool run. Not thread-safe.</summary>
internal sealed class PoolLimits
{
    private readonly Dictionary<string, int> _running = [];

    public bool TryEnter(BuildAction action)
    {
        if (action is not SpawnAction { Pool: { } pool })
            return true;
        int running = _running.GetValueOrDefault(pool.Name);
        if (running >= Math.Max(1, pool.Depth))
            return false;
        _running[pool.Name] = running + 1;
        return true;
    }

    public void Leave(BuildAction action)
    {
        if (action is SpawnAction { Pool: { } pool })
            _running[pool.Name]--;
    }
}
