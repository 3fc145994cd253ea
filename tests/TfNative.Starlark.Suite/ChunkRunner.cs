namespace TfNative.Starlark.Suite;

/// <summary>Runs a chunk and compares the errors with what its lines announce: missing and extra ones both count.</summary>
public sealed class ChunkRunner(Dialect dialect, bool linesOnly)
{
    private static readonly Limits Limits = new() { MaxSteps = 100_000_000, MaxStringLength = 1 << 26 };

    /// <summary>A line for each difference: where, what was expected, what happened.</summary>
    public IReadOnlyList<string> Run(Chunk chunk)
    {
        var failures = new List<string>();
        IReadOnlyList<Diagnostic> errors = Execute(chunk, failures);
        var open = new List<Expectation>(chunk.Expectations);
        foreach (Diagnostic error in errors)
        {
            Expectation? match = open.Find(e => e.IsAt(error.Location.Line) && (linesOnly || e.Accepts(error.Message)));
            if (match is not null)
                open.Remove(match);
            else if (!RepeatsMatched(chunk, error))
                failures.Add($"{chunk.Path}:{error.Location.Line}: expected {Wanted(chunk, error)}, got {error.Message}");
        }
        foreach (Expectation missing in open)
            failures.Add($"{chunk.Path}:{Math.Max(missing.Line, chunk.FirstLine)}: expected error '{missing.Text}', got {Describe(errors)}");
        return failures;
    }

    /// <summary>A line that announces an error may cause several.</summary>
    private bool RepeatsMatched(Chunk chunk, Diagnostic error) =>
        chunk.Expectations.Any(e => e.IsAt(error.Location.Line) && (linesOnly || e.Accepts(error.Message)));

    private static string Wanted(Chunk chunk, Diagnostic error)
    {
        Expectation? onLine = chunk.Expectations.FirstOrDefault(e => e.IsAt(error.Location.Line));
        return onLine is null ? "no error" : $"error '{onLine.Text}'";
    }

    private static string Describe(IReadOnlyList<Diagnostic> errors) =>
        errors.Count == 0 ? "no error" : $"{errors.Count} other, first at line {errors[0].Location.Line}: {errors[0].Message}";

    private IReadOnlyList<Diagnostic> Execute(Chunk chunk, List<string> failures)
    {
        var thread = new StarlarkThread(Limits);
        var assertions = new Assertions(anyMessage: linesOnly);
        StarlarkEnvironment environment = assertions.Environment;
        try
        {
            StarlarkFile file = StarlarkFile.Parse(chunk.Path, chunk.Text, dialect);
            StarlarkProgram program = StarlarkProgram.Resolve(file, environment);
            program.Execute(thread, environment);
            return assertions.Failures;
        }
        catch (StarlarkException e)
        {
            return [.. assertions.Failures, .. e.Diagnostics.Select(d => InChunk(d, e, chunk))];
        }
#pragma warning disable CA1031 // The suite's point is to find such escapes; it reports them and goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failures.Add($"{chunk.Path}:{chunk.FirstLine}: crashed with {e}");
            return [];
        }
    }

    /// <summary>
    /// The error announced on a line may arise in a function that the line calls: the innermost frame whose line
    /// announces an error counts.
    /// </summary>
    private static Diagnostic InChunk(Diagnostic error, StarlarkException exception, Chunk chunk)
    {
        foreach (StackFrame frame in exception.CallStack.Reverse())
        {
            if (chunk.Expectations.Any(e => e.IsAt(frame.Location.Line)))
                return error with { Location = frame.Location };
        }
        return error;
    }
}
