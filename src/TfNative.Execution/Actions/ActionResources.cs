namespace TfNative.Execution;

/// <summary>What an action is expected to need before it ever ran.</summary>
/// <param name="MemoryBytes">Peak memory; 0 when nothing is known.</param>
/// <param name="Duration">Time; zero when nothing is known.</param>
public sealed record ActionResources(long MemoryBytes, TimeSpan Duration = default)
{
    public static readonly ActionResources Unknown = new(0);
}
