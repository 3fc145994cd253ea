namespace TfNative.Packaging;

/// <summary>A source or header of a repository.</summary>
/// <param name="Path">In the repository, the same on every machine.</param>
/// <param name="File">Absolute path of where it really lies: files laid over a repository, and those of one that a rule makes of links, lie
/// elsewhere than it does.</param>
public readonly record struct LinkedSource(string Path, string File);
