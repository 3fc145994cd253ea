namespace TfNative.Bazel;

/// <summary>Makes the target's configuration from a request, and from it that of the tools (Bazel's exec transition).</summary>
internal static class ConfigurationFactory
{
    public static BuildConfiguration Create(TranslationRequest request, CcToolchain toolchain, RepositorySet repositories)
    {
        var flags = new Dictionary<Label, IReadOnlyList<string>>();
        var native = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Func<string, string> mapping = repositories.MappingFor(repositories.Main);
        foreach ((string name, string value) in request.Flags)
        {
            string bare = name.StartsWith("--", StringComparison.Ordinal) ? name[2..] : name;
            if (bare.StartsWith("//", StringComparison.Ordinal) || bare.StartsWith('@'))
                flags[Label.Parse(bare, PackageId.MainRoot, mapping)] = [value];
            else
                native[bare] = bare == "features" ? value.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries) : [value];
        }

        var options = new BuildOptions
        {
            Mode = request.Mode,
            Cpu = request.Cpu,
            HostCpu = "k8",
            Compiler = toolchain.Compiler,
            Defines = request.Defines,
            Flags = flags,
            NativeFlags = native,
            Features = native.GetValueOrDefault("features") ?? [],
            // Before all others: sources that name an instruction set themselves keep it.
            Copts = WithIsa(request.Isa, request.Copts),
            ConlyOpts = request.ConlyOpts,
            CxxOpts = request.CxxOpts,
            LinkOpts = request.LinkOpts,
            PerFileCopts = request.PerFileCopts,
            ActionEnvironment = request.ActionEnvironment,
            PlatformConstraints = Constraints(request.Cpu),
            ForcePic = !request.DistinctExecConfiguration,
            LegacyWholeArchive = native.TryGetValue("incompatible_remove_legacy_whole_archive", out IReadOnlyList<string>? removed) && removed[^1] is "false" or "0" or "no",
        };
        return new(options, target => CreateExec(target, request));
    }

    /// <summary>The same for other instruction sets, in folders of their own; tools are those of the normal configuration.</summary>
    public static IEnumerable<BuildConfiguration> CreateVariants(BuildConfiguration normal, TranslationRequest request) => request.IsaVariants.Select(isa =>
        new BuildConfiguration(
            normal.Options with { Copts = WithIsa(isa, request.Copts), LinkOpts = [.. request.LinkOpts, .. request.IsaVariantLinkOpts], IsaVariant = isa },
            _ => normal.Exec)
        {
            Normal = normal,
        });

    private static IReadOnlyList<string> WithIsa(string isa, IReadOnlyList<string> copts) => isa.Length == 0 ? copts : ["-march=" + isa, .. copts];

    /// <summary>Source: Bazel's exec transition; defines and build settings are kept, options of the target's language and its
    /// instruction set, which this machine may not have, are not.</summary>
    internal static BuildConfiguration CreateExec(BuildConfiguration target, TranslationRequest request)
    {
        BuildOptions options = target.Options;
        BuildOptions exec = options with
        {
            IsExec = true,
            Mode = CompilationMode.Opt,
            Cpu = options.HostCpu,
            // Tools carry no debug information (CppOptions.getExec).
            Copts = ["-g0", .. request.HostCopts],
            ConlyOpts = [],
            CxxOpts = ["-g0", .. request.HostCxxOpts],
            LinkOpts = [],
            PerFileCopts = [],
            Features = [],
            PlatformConstraints = Constraints(options.HostCpu),
        };
        return !request.DistinctExecConfiguration && CompilesAlike(options, exec) ? target : new(exec);
    }

    /// <summary>How programs are linked does not count: what is worth sharing are the objects.</summary>
    private static bool CompilesAlike(BuildOptions a, BuildOptions b) =>
        a.Mode == b.Mode && a.Cpu == b.Cpu && Effective(a.Copts, a).SequenceEqual(Effective(b.Copts, b)) && a.ConlyOpts.SequenceEqual(b.ConlyOpts)
        && Effective(a.CxxOpts, a).SequenceEqual(Effective(b.CxxOpts, b)) && a.PerFileCopts.SequenceEqual(b.PerFileCopts)
        && a.Features.Where(f => !f.StartsWith('-')).SequenceEqual(b.Features.Where(f => !f.StartsWith('-')));

    /// <summary>Optimised code is compiled with -g0 as it is.</summary>
    private static IEnumerable<string> Effective(IReadOnlyList<string> flags, BuildOptions options) =>
        options.Mode == CompilationMode.Opt ? flags.Where(f => f != "-g0") : flags;

    private static IReadOnlyList<Label> Constraints(string cpu) =>
    [
        Label.Parse("@platforms//os:linux", PackageId.MainRoot),
        Label.Parse("@platforms//cpu:" + (cpu switch { "k8" => "x86_64", "arm64" => "aarch64", _ => cpu }), PackageId.MainRoot),
    ];
}
