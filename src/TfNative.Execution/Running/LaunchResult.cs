namespace TfNative.Execution;

/// <summary>What a compiler's launcher did for an action, as far as it says.</summary>
public enum LaunchResult
{
    /// <summary>There was none, or it does not say.</summary>
    Unknown,

    /// <summary>The outputs came from the cache.</summary>
    CacheHit,

    /// <summary>The compiler ran, and the cache has the outputs now.</summary>
    CacheMiss,

    /// <summary>Compiled on another machine.</summary>
    Remote,

    /// <summary>Compiled here, as no other machine could or would.</summary>
    Local,
}
