namespace TfNative.Bazel;

/// <summary>Whether a select() condition holds, and on what it depends.</summary>
/// <param name="Matches">It holds.</param>
/// <param name="Settings">What it demands, as "name=value": a condition whose demands contain another's is more specific.</param>
/// <param name="Mismatch">Why it does not hold, in words for a person.</param>
public sealed record ConditionMatch(bool Matches, IReadOnlySet<string> Settings, string Mismatch = "");
