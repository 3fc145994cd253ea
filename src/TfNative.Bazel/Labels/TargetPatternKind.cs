namespace TfNative.Bazel;

/// <summary>What a target pattern names.</summary>
public enum TargetPatternKind
{
    /// <summary>One target: <c>//a:b</c>.</summary>
    SingleTarget,

    /// <summary>A relative path, <c>a/b/c.cc</c>: which part of it is the package only the packages can tell.</summary>
    PathAsTarget,

    /// <summary>Targets of one package: <c>//a:all</c>, <c>//a:*</c>.</summary>
    TargetsInPackage,

    /// <summary>Targets of a package and of all below it: <c>//a/...</c>.</summary>
    TargetsBelowDirectory,
}
