namespace TfNative.Packaging;

/// <summary>A repository of which something was compiled or linked into a library.</summary>
/// <param name="Name">As Bazel calls it; the workspace's own name for the main one.</param>
/// <param name="Root">Absolute folder of its sources.</param>
/// <param name="DeclaredLicenses">What licenses() of the packages used says, such as "notice".</param>
/// <param name="Sources">The sources and headers that were read.</param>
public sealed record LinkedRepository(string Name, string Root, IReadOnlyList<string> DeclaredLicenses, IReadOnlyList<LinkedSource> Sources);
