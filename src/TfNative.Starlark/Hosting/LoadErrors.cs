namespace TfNative.Starlark;

/// <summary>Errors about load statements. What went wrong in the module comes first, then who loaded it.</summary>
internal static class LoadErrors
{
    // A long chain of loads adds a line for each; the cause and the nearest ones are enough.
    private const int MaxDiagnostics = 20;

    public static StarlarkException At(StarlarkFile file, LoadStatement load, StarlarkException cause)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (Diagnostic diagnostic in cause.Diagnostics)
        {
            // An error of the host about the load itself has no place yet.
            diagnostics.Add(diagnostic.Location.Line == 0 ? Create(file, load, diagnostic.Code, diagnostic.Message) : diagnostic);
        }
        if (cause.Diagnostic.Location.Line != 0 && diagnostics.Count < MaxDiagnostics)
            diagnostics.Add(Create(file, load, StarlarkErrors.Load, $"cannot load '{load.Module}': it has errors"));
        return new StarlarkException(diagnostics, cause);
    }

    public static StarlarkException Cycle(StarlarkFile file, LoadStatement load, string path) =>
        new([Create(file, load, StarlarkErrors.Load, $"load cycle: {path}")]);

    private static Diagnostic Create(StarlarkFile file, LoadStatement load, string code, string message) =>
        new(code, file.Source.GetLocation(load.ModuleStart), message, file.Source.GetLine(load.ModuleStart));
}
