using System.Text;

namespace TfNative.Starlark.Suite;

/// <summary>
/// What each program of a file printed and how it ended, in the lines that oracle/Oracle.java writes for Bazel's own
/// interpreter: <c>p</c> what was printed, <c>s</c> an error of syntax or names, <c>e</c> an error of evaluation.
/// </summary>
internal static class Transcript
{
    private static readonly Limits Limits = new() { MaxSteps = 10_000_000, MaxStringLength = 1 << 26 };

    private static readonly Dialect Dialect = Dialect.Bzl with { AllowGlobalReassign = true };

    public static void Write(string path, TextWriter output)
    {
        foreach (string program in File.ReadAllText(path).Split("\n---\n"))
            output.Write(Run(program) + "---\n");
    }

    private static string Run(string program)
    {
        var text = new StringBuilder();
        var thread = new StarlarkThread(Limits) { Print = (_, message) => Append(text, "p", message) };
        try
        {
            StarlarkFile file = StarlarkFile.Parse("f", program + "\n", Dialect);
            StarlarkProgram.Resolve(file, StarlarkEnvironment.Empty).Execute(thread, StarlarkEnvironment.Empty);
        }
        catch (StarlarkException e) when (e.CallStack.Count == 0)
        {
            foreach (Diagnostic error in e.Diagnostics)
                Append(text, "s", $"{error.Location.Line}:{error.Location.Column} {error.Message}");
        }
        catch (StarlarkException e)
        {
            Append(text, "e", e.Message);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, string message) =>
        text.Append(kind).Append(' ').Append(message.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
}
