using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Makes compile actions with the arguments that Bazel would give (CcCompilationHelper.java).</summary>
internal static class CcCompiler
{
    /// <summary>The objects of a target; the actions are made when they are first asked for.</summary>
    public static CompilationOutputs Compile(RuleContext context, CcCompileRequest request)
    {
        Artifact[] sources = [.. request.Sources.Where(s => CcSources.IsCompiled(s.ExecPath))];
        if (sources.Length == 0)
            return CompilationOutputs.Empty;
        string[] names = ObjectNames(sources);
        var outputs = new CompilationOutputs(() => Register(pic: false), () => Register(pic: true)) { Values = context.FileValues };
        context.Environment.Defer(() => _ = outputs.PicObjects);
        return outputs;

        IReadOnlyList<Artifact> Register(bool pic)
        {
            var objects = new Artifact[sources.Length];
            var flags = new TargetFlags(context, request);
            for (int i = 0; i < sources.Length; i++)
                objects[i] = Add(context, request, flags, sources[i], names[i], pic);
            return objects;
        }
    }

    private static Artifact Add(RuleContext context, CcCompileRequest request, TargetFlags flags, Artifact source, string name, bool pic)
    {
        string path = PackageId.Join(context.Label.Package.ExecPath, $"_objs/{request.Name}/{name}{(pic ? ".pic" : "")}");
        Artifact output = context.DeclareAt(path + ".o");
        if (output.Generator is not null)
            return output;
        Artifact? depfile = CcSources.IsAssembler(source.ExecPath) ? null : context.DeclareAt(path + ".d");
        CcToolchain toolchain = context.Environment.Toolchain;
        string[] perFile = [.. context.Configuration.Options.PerFileCopts
            .Where(p => p.Selects(source.ExecPath, context.Label.ToString())).SelectMany(p => p.Options)];
        string[] own = depfile is null
            ? ["-frandom-seed=" + output.ExecPath, .. pic ? (string[])["-fPIC"] : []]
            : ["-MD", "-MF", depfile.ExecPath, "-frandom-seed=" + output.ExecPath, .. pic ? (string[])["-fPIC"] : []];
        context.Graph.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            Owner = context.Label.ToString(),
            Description = "Compiling " + source.ExecPath,
            Inputs = [source, .. request.AdditionalInputs],
            InputSets = [request.Context.HeaderSet],
            Outputs = depfile is null ? [output] : [output, depfile],
            Depfile = depfile?.ExecPath,
            DiscoversInputs = depfile is not null,
            CommandLine = new CommandLine(
                flags.Leading(source.ExecPath), own, CcSources.IsAssembler(source.ExecPath) ? [] : request.Context.Flags, flags.User(source.ExecPath), perFile, flags.Trailing,
                ["-c", source.ExecPath, "-o", output.ExecPath]),
            Environment = toolchain.CompileEnvironment,
        });
        return output;
    }

    /// <summary>Base names of the objects; those of equal names go into numbered folders.</summary>
    private static string[] ObjectNames(Artifact[] sources)
    {
        string[] bases = [.. sources.Select(s => Path.GetFileNameWithoutExtension(s.ExecPath))];
        Dictionary<string, int> counts = bases.GroupBy(b => b, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        var used = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < bases.Length; i++)
        {
            string name = bases[i];
            if (counts[name] < 2)
                continue;
            int number = used.GetValueOrDefault(name);
            used[name] = number + 1;
            bases[i] = $"{number}/{name}";
        }

        return bases;
    }
}
