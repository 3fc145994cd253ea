using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Gives exceptions the form of an error list.</summary>
internal static class BazelDiagnostics
{
    public static IReadOnlyList<BazelDiagnostic> Of(BazelException e) =>
    [
        new(DiagnosticSeverity.Error, e.Code, e.Message, e.Location?.File, e.Location?.Line ?? 0, e.Location?.Column ?? 0, e.Label?.ToString()),
    ];

    /// <summary>All errors of a file; the stack of an evaluation goes with the message.</summary>
    public static IReadOnlyList<BazelDiagnostic> Of(StarlarkException e) =>
    [
        .. e.Diagnostics.Select(d => new BazelDiagnostic(
            DiagnosticSeverity.Error, d.Code, e.CallStack.Count > 1 ? $"{d.Message}\n{e.Render()}" : d.Message,
            d.Location.File, d.Location.Line, d.Location.Column, null)),
    ];
}
