using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Gives exceptions the form of an error list.</summary>
internal static class BazelDiagnostics
{
    /// <summary>What is wrong with a workspace or a request; null for an exception that is something else.</summary>
    public static IReadOnlyList<BazelDiagnostic>? Of(Exception e) => e switch
    {
        BazelException inWorkspace => [Of(inWorkspace, DiagnosticSeverity.Error)],
        StarlarkException inFile => Of(inFile),
        BazelSyntaxException inText => [new(DiagnosticSeverity.Error, inText.Code, inText.Message, null, 0, 0, null)],
        ExecutionException inGraph => [new(DiagnosticSeverity.Error, inGraph.Code, inGraph.Message, null, 0, 0, null)],
        _ => null,
    };

    /// <summary>What is wrong, and yet ends nothing.</summary>
    public static BazelDiagnostic Warning(BazelException e) => Of(e, DiagnosticSeverity.Warning);

    private static BazelDiagnostic Of(BazelException e, DiagnosticSeverity severity) =>
        new(severity, e.Code, e.Message, e.Location?.File, e.Location?.Line ?? 0, e.Location?.Column ?? 0, e.Label?.ToString());

    /// <summary>All errors of a file; the stack of an evaluation goes with the message.</summary>
    private static IReadOnlyList<BazelDiagnostic> Of(StarlarkException e) =>
    [
        .. e.Diagnostics.Select(d => new BazelDiagnostic(
            DiagnosticSeverity.Error, d.Code, e.CallStack.Count > 1 ? $"{d.Message}\n{e.Render()}" : d.Message,
            d.Location.File, d.Location.Line, d.Location.Column, null)),
    ];
}
