namespace TfNative.Bazel;

/// <summary>A query's answer, or why there is none.</summary>
public sealed record BazelQueryResult
{
    public bool Success { get; init; }

    /// <summary>The answer as <c>bazel query</c> prints it: lines that end with '\n'.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<BazelDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the answer depends on.</summary>
    public TranslationInputs Inputs { get; init; } = new([], [], []);
}
