namespace TfNative.Execution;

/// <summary>How many actions may run at a time as far as memory goes.</summary>
/// <param name="LimitBytes">Never count on more than this; null for what the machine and its cgroups have.</param>
/// <param name="ReserveBytes">Left for everything else.</param>
/// <param name="DefaultActionBytes">Assumed of a program that neither the log nor its action knows about.</param>
public sealed record MemoryPolicy(long? LimitBytes, long ReserveBytes, long DefaultActionBytes)
{
    public static readonly MemoryPolicy Default = new(null, 256L << 20, 200L << 20);

    /// <summary>As many actions as jobs, whatever the memory.</summary>
    public static readonly MemoryPolicy Unlimited = new(long.MaxValue, 0, 0);
}
