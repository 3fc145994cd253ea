namespace TfNative.Bazel;

/// <summary>Sorts of dependencies that a query may leave out.</summary>
[Flags]
public enum QueryEdgeKind
{
    None = 0,

    /// <summary>The BUILD file does not name it: <c>--noimplicit_deps</c>.</summary>
    Implicit = 1,

    /// <summary>It is a tool, built to run during the build: <c>--notool_deps</c>.</summary>
    Tool = 2,

    /// <summary>A label that is only mentioned, such as a package group in a visibility: <c>--nonodep_deps</c>.</summary>
    Nodep = 4,
}
