namespace TfNative.Starlark;

/// <summary>A file whose names are resolved; may be executed many times, by many threads.</summary>
public sealed class StarlarkProgram
{
    private readonly Resolver resolver;
    private readonly FunctionCode code;

    private StarlarkProgram(StarlarkFile file, Resolver resolver)
    {
        File = file;
        this.resolver = resolver;
        code = new FunctionCode(
            "<toplevel>", new Signature("<toplevel>", []), resolver.TopLevel, file, 0, () => new Compiler(file).Compile(file.Items));
    }

    public StarlarkFile File { get; }

    /// <param name="file">A parsed file.</param>
    /// <param name="environment">Whose names the file may use; the values are given to <see cref="Execute"/>.</param>
    /// <exception cref="StarlarkException">The file has errors; the exception carries all of them.</exception>
    public static StarlarkProgram Resolve(StarlarkFile file, StarlarkEnvironment environment)
    {
        if (!TryResolve(file, environment, out StarlarkProgram? program, out IReadOnlyList<Diagnostic> diagnostics))
            throw new StarlarkException(diagnostics);
        return program;
    }

    /// <summary>As <see cref="Resolve"/>, but gives the errors of syntax and resolution instead of throwing them.</summary>
    public static bool TryResolve(
        StarlarkFile file,
        StarlarkEnvironment environment,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StarlarkProgram? program,
        out IReadOnlyList<Diagnostic> diagnostics)
    {
        Resolver resolver = Resolver.Run(file, environment);
        diagnostics = resolver.Diagnostics;
        program = diagnostics.Count == 0 ? new StarlarkProgram(file, resolver) : null;
        return program is not null;
    }

    /// <summary>Runs the file's statements and freezes what they made, also when they fail.</summary>
    /// <param name="thread">The evaluation.</param>
    /// <param name="environment">Values of the names with which the file was resolved.</param>
    /// <param name="load">Gives the module of a load statement; may throw <see cref="StarlarkException"/>.</param>
    /// <param name="onExport">Called for each global that was bound, in order, before anything is frozen.</param>
    /// <param name="hostData">What <see cref="Module.HostData"/> is to be, already while the file runs.</param>
    /// <exception cref="StarlarkException">The file failed.</exception>
    public Module Execute(
        StarlarkThread thread,
        StarlarkEnvironment environment,
        Func<LoadStatement, Module>? load = null,
        Action<string, Value>? onExport = null,
        object? hostData = null)
    {
        var module = new Module(File.Path, resolver.Globals, hostData)
        {
            Predeclared = Predeclare(environment),
            Load = load,
            AllowsPrivateLoads = File.Dialect.AllowPrivateLoads,
        };
        StarlarkThread.EntryState state = thread.Enter();
        try
        {
            code.Run(thread.Push(code, module, []));
            if (onExport is not null)
            {
                foreach (KeyValuePair<string, Value> global in module.OwnGlobals)
                    onExport(global.Key, global.Value);
            }
        }
        catch (StarlarkException e) when (e.Attach(thread))
        {
            throw;
        }
        finally
        {
            thread.Leave(state);
            module.Freeze();
            module.Load = null;
        }
        return module;
    }

    private Value[] Predeclare(StarlarkEnvironment environment)
    {
        var values = new Value[resolver.Predeclared.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = environment.TryGet(resolver.Predeclared[i], out Value value) ? value : Value.Unbound;
        return values;
    }
}
