namespace TfNative.Bazel;

/// <summary>A local stand-in for what a repository rule would download.</summary>
/// <param name="Url">The whole URL, or its last part alone.</param>
/// <param name="Path">Absolute path of the file, or of the folder that an archive was unpacked to.</param>
public sealed record RepositoryDownload(string Url, string Path);
