using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Bazel;

namespace TfNative.Tasks.Translation;

/// <summary>Turns what the translation of BUILD files says into MSBuild's messages, warnings and errors.</summary>
/// <param name="post">Logs from any thread.</param>
internal sealed class TranslationLogger(Action<Action<TaskLoggingHelper>> post) : ITranslationListener
{
    public void OnDiagnostic(BazelDiagnostic diagnostic) => post(log =>
    {
        string text = diagnostic.Label is { Length: > 0 } label && !diagnostic.Message.Contains(label, StringComparison.Ordinal)
            ? $"{diagnostic.Message} [{label}]"
            : diagnostic.Message;
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                log.LogError(null, diagnostic.Code, null, diagnostic.File, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", text);
                break;
            case DiagnosticSeverity.Warning:
                log.LogWarning(null, diagnostic.Code, null, diagnostic.File, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", text);
                break;
            default:
                log.LogMessage(
                    null, diagnostic.Code, null, diagnostic.File, diagnostic.Line, diagnostic.Column, 0, 0, MessageImportance.Normal, "{0}", text);
                break;
        }
    });

    public void OnPrint(string location, string text) => post(log => log.LogMessage(MessageImportance.Normal, "{0}: {1}", location, text));
}
