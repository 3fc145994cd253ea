using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TfNative.Tasks.Diagnostics;

/// <summary>Sends diagnostics to MSBuild, each once: a warning in a header comes from every source that includes it.</summary>
/// <param name="paths">Finds the real file.</param>
/// <param name="warningsAsMessages">Warnings are written to the log and not counted.</param>
/// <param name="post">Logs from any thread.</param>
internal sealed class DiagnosticReporter(ExecutionRootPaths paths, bool warningsAsMessages, Action<Action<TaskLoggingHelper>> post)
{
    private readonly HashSet<string> _reported = [];

    /// <param name="diagnostic">As the compiler printed it.</param>
    /// <param name="label">The target that was built, named at the end of the message.</param>
    /// <param name="inputs">Exec paths of what the tool was given: it may name a file as it is imported.</param>
    public void Report(CompilerDiagnostic diagnostic, string label, IEnumerable<string> inputs)
    {
        // One header is "a.h" from one source and "./a.h" from another.
        string? file = diagnostic.File is null ? null : Find(diagnostic.File, inputs);
        string key = string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.Severity}\0{file}\0{diagnostic.Line}\0{diagnostic.Column}\0{diagnostic.Code}\0{diagnostic.Message}");
        lock (_reported)
        {
            if (!_reported.Add(key))
                return;
        }

        string text = label.Length == 0 ? diagnostic.FullMessage : $"{diagnostic.Message} [{label}]{diagnostic.FullMessage[diagnostic.Message.Length..]}";
        post(log =>
        {
            if (diagnostic.Severity == CompilerDiagnosticSeverity.Error)
                log.LogError(null, diagnostic.Code, null, file, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", text);
            else if (warningsAsMessages)
                log.LogMessage(null, diagnostic.Code, null, file, diagnostic.Line, diagnostic.Column, 0, 0, MessageImportance.Low, "warning: {0}", text);
            else
                log.LogWarning(null, diagnostic.Code, null, file, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", text);
        });
    }

    /// <summary>protoc names x/y.proto what lies in external/z/src/x/y.proto.</summary>
    private string Find(string file, IEnumerable<string> inputs)
    {
        string source = paths.ToSource(file);
        return File.Exists(source) || inputs.FirstOrDefault(input => input.EndsWith("/" + file, StringComparison.Ordinal)) is not { } input
            ? source
            : paths.ToSource(input);
    }
}
