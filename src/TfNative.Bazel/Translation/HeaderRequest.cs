namespace TfNative.Bazel;

/// <summary>A C++ target whose public headers a project gives away.</summary>
/// <param name="Target">Its label.</param>
/// <param name="Transitive">Also those of the targets in its deps.</param>
/// <param name="Private">Also headers in srcs, for libraries whose public headers include them.</param>
public sealed record HeaderRequest(string Target, bool Transitive, bool Private);
