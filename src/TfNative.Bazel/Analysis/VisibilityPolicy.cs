namespace TfNative.Bazel;

/// <summary>What a dependency on a target that is not visible is.</summary>
public enum VisibilityPolicy
{
    Error,
    Warning,
    Ignore,
}
