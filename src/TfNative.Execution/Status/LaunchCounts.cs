namespace TfNative.Execution;

/// <summary>How many of a build's actions a compiler's launcher took from a cache or gave to other machines, as far as it
/// says; see <see cref="LaunchResult"/>.</summary>
public readonly record struct LaunchCounts(int CacheHits, int CacheMisses, int Remote, int Local)
{
    internal LaunchCounts With(LaunchResult result) => result switch
    {
        LaunchResult.CacheHit => this with { CacheHits = CacheHits + 1 },
        LaunchResult.CacheMiss => this with { CacheMisses = CacheMisses + 1 },
        LaunchResult.Remote => this with { Remote = Remote + 1 },
        LaunchResult.Local => this with { Local = Local + 1 },
        _ => this,
    };
}
