namespace TfNative.Bazel;

/// <summary>A file that a label stands for, under the names that programs know it by.</summary>
/// <param name="ExecPath">From the execution root: <c>bazel-out/k8-opt/bin/a/b</c>.</param>
/// <param name="RootPath">From the root that it was made under: <c>a/b</c>, <c>external/repo/a/b</c>.</param>
/// <param name="RunfilesPath">From the main repository's folder of a runfiles tree: <c>a/b</c>, <c>../repo/a/b</c>.</param>
public readonly record struct LocationFile(string ExecPath, string RootPath, string RunfilesPath);
