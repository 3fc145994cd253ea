namespace TfNative.Bazel;

/// <summary>What a target says of environments, and what is left of it in this configuration (SupportedEnvironmentsProvider.java).</summary>
/// <param name="Declared">What its attributes say.</param>
/// <param name="Refined">Without those that a chosen branch of a select does not support.</param>
/// <param name="Removed">Why an environment is gone.</param>
internal sealed record SupportedEnvironments(EnvironmentSet Declared, EnvironmentSet Refined, IReadOnlyDictionary<Label, RemovedEnvironment> Removed)
{
    /// <summary>Of a target that says nothing.</summary>
    public static readonly SupportedEnvironments Unsaid = new(EnvironmentSet.Empty, EnvironmentSet.Empty, new Dictionary<Label, RemovedEnvironment>());
}
