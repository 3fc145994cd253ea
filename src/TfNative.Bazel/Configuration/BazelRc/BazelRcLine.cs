namespace TfNative.Bazel;

/// <summary>A line of a .bazelrc file: <c>build:CONFIG --option ...</c>.</summary>
/// <param name="Command">"build", "common", ...</param>
/// <param name="Config">What follows the colon; "" where there is none.</param>
/// <param name="Options">The options, unquoted.</param>
/// <param name="File">Where it stands; absolute.</param>
/// <param name="Number">From 1.</param>
internal sealed record BazelRcLine(string Command, string Config, IReadOnlyList<string> Options, string File, int Number);
