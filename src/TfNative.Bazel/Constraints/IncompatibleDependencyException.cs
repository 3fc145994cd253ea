namespace TfNative.Bazel;

/// <summary>Ends the analysis of a rule that depends on what cannot be built for the platform: then it cannot be built either.</summary>
internal sealed class IncompatibleDependencyException(ConfiguredTarget dependency) : Exception($"{dependency.Label} is incompatible")
{
    public ConfiguredTarget Dependency { get; } = dependency;
}
