using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A source file of a package: exported, or mentioned by one of its rules.</summary>
public sealed class InputFile(Package package, Label label, Location? location, Visibility? visibility = null)
    : Target(package, label, location)
{
    public override string Kind => "source file";

    /// <summary>From exports_files; null when the file is not exported.</summary>
    public Visibility? Visibility { get; } = visibility;
}
