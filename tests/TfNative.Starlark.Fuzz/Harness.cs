namespace TfNative.Starlark.Fuzz;

/// <summary>Takes one text through scanner, parser, resolver and evaluator under limits.</summary>
public static class Harness
{
    private static readonly Limits Limits = new()
    {
        MaxSteps = 20_000,
        MaxCallDepth = 200,
        MaxStringLength = 1 << 16,
        MaxListLength = 1 << 14,
        MaxIntBits = 1 << 12,
    };

    // Every undefined name becomes this: calls, attributes and operators then go on instead of ending the run.
    private static readonly Value Anything = new Anything();

    /// <summary>Anything but a Starlark error is a finding, and leaves as an exception.</summary>
    /// <returns>How far the text came: 0 syntax error, 1 resolution error, 2 failed, 3 ran to its end.</returns>
    public static int Run(string text, Dialect dialect)
    {
        StarlarkFile file = StarlarkFile.Parse("fuzz.bzl", text, dialect);
        foreach (Diagnostic diagnostic in file.Diagnostics)
            Check(diagnostic, text);
        if (!StarlarkProgram.TryResolve(file, StarlarkEnvironment.Empty, out StarlarkProgram? program, out IReadOnlyList<Diagnostic> diagnostics))
        {
            StarlarkEnvironment environment = Define(diagnostics);
            if (!StarlarkProgram.TryResolve(file, environment, out program, out diagnostics))
            {
                foreach (Diagnostic diagnostic in diagnostics)
                    Check(diagnostic, text);
                return file.Diagnostics.Count > 0 ? 0 : 1;
            }
            return Execute(program, environment, text);
        }
        return Execute(program, StarlarkEnvironment.Empty, text);
    }

    private static int Execute(StarlarkProgram program, StarlarkEnvironment environment, string text)
    {
        try
        {
            var thread = new StarlarkThread(Limits);
            Module module = program.Execute(thread, environment, _ => throw StarlarkException.Create("no modules here"));
            // What is defined is called too: most of a .bzl file is functions.
            foreach (KeyValuePair<string, Value> global in module.Globals)
            {
                if (global.Value.As<StarlarkFunction>() is { } function)
                    Call(thread, function, text);
            }
            return 3;
        }
        catch (StarlarkException e)
        {
            Check(e.Diagnostic, text);
            e.Render();
            return 2;
        }
    }

    private static void Call(StarlarkThread thread, StarlarkFunction function, string text)
    {
        var args = new List<Value>();
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter.IsRequired && parameter.Kind == ParameterKind.Ordinary)
                args.Add(Anything);
        }
        try
        {
            thread.Call(function, args.ToArray());
        }
        catch (StarlarkException e) when (e.Code != StarlarkErrors.Limit || thread.Steps < Limits.MaxSteps)
        {
            // Arguments that do not fit are the caller's mistake, which has no place in a file.
            if (e.CallStack.Count > 0)
                Check(e.Diagnostic, text);
        }
    }

    private static StarlarkEnvironment Define(IReadOnlyList<Diagnostic> diagnostics)
    {
        var names = new Dictionary<string, Value>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Code == StarlarkErrors.UndefinedName)
                names[diagnostic.Message.Split('\'')[1]] = Anything;
        }
        return new StarlarkEnvironment(names);
    }

    private static void Check(Diagnostic diagnostic, string text)
    {
        int lines = text.AsSpan().Count('\n') + text.AsSpan().Count('\r') + 1;
        if (diagnostic.Location.Line < 1 || diagnostic.Location.Line > lines || diagnostic.Location.Column < 1)
            throw new InvalidOperationException($"position outside of the file: {diagnostic}");
        diagnostic.Render();
    }
}
