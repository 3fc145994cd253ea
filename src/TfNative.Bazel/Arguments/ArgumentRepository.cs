namespace TfNative.Bazel;

/// <summary>Where a repository lies from which map_each functions may come.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Root">Absolute folder of its files.</param>
/// <param name="Mapping">See <see cref="Repository.Mapping"/>.</param>
public sealed record ArgumentRepository(string Name, string Root, IReadOnlyDictionary<string, string> Mapping);
