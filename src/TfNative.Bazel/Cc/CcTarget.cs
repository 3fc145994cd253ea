using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>What cc_library and cc_binary have in common: sources, options and the compilation context (cc_helper.bzl).</summary>
internal sealed class CcTarget
{
    private readonly RuleContext context;

    public CcTarget(RuleContext context)
    {
        this.context = context;
        Artifact[] files = [.. context.Files("srcs").Distinct()];
        Sources = [.. files.Where(f => CcSources.IsCompiled(f.ExecPath))];
        PrivateHeaders = [.. files.Where(f => !CcSources.IsCompiled(f.ExecPath) && !IsLinkable(f) && CcSources.IsHeader(f.ExecPath))];
        Precompiled = new PrecompiledFiles(context, files);
        PublicHeaders = [.. context.Files("hdrs").Where(f => !IsLinkable(f)).Distinct()];
        TextualHeaders = [.. context.Files("textual_hdrs").Distinct()];
        CheckSources(files);
    }

    public IReadOnlyList<Artifact> Sources { get; }

    public IReadOnlyList<Artifact> PrivateHeaders { get; }

    public IReadOnlyList<Artifact> PublicHeaders { get; }

    public IReadOnlyList<Artifact> TextualHeaders { get; }

    public PrecompiledFiles Precompiled { get; }

    /// <summary>"name" on, "-name" off: the package's, then the target's.</summary>
    public IReadOnlyList<string> Features => [.. context.Rule.Package.Defaults.Features, .. context.GetStrings("features")];

    /// <summary>C++ information of the targets that an attribute names.</summary>
    public IReadOnlyList<CcInfo> Dependencies(string attribute) =>
        [.. context.Prerequisites(attribute).Select(t => t.Cc).OfType<CcInfo>()];

    /// <summary>Linker scripts that stand in deps, which is how old BUILD files pass them.</summary>
    public IReadOnlyList<Artifact> LinkerScripts => [.. context.Prerequisites("deps").Where(t => t.Cc is null).SelectMany(t => t.Files).Where(f =>
        f.ExecPath.EndsWith(".ld", StringComparison.Ordinal) || f.ExecPath.EndsWith(".lds", StringComparison.Ordinal) || f.ExecPath.EndsWith(".ldscript", StringComparison.Ordinal))];

    public List<string> LinkOpts => context.ExpandAndTokenize("linkopts", context.GetStrings("linkopts"));

    /// <summary>The target's copts: the package's first, unless it says otherwise.</summary>
    public List<string> Copts()
    {
        IReadOnlyList<string> own = context.GetStrings("copts");
        IEnumerable<string> package = context.Rule.Package.Defaults.Copts;
        if (Features.Contains("no_copts_tokenization"))
            return [.. package.Concat(own).Select(c => context.Expand("copts", c))];
        return context.ExpandAndTokenize("copts", package.Concat(own));
    }

    /// <summary>The context of the target itself, merged with those of its dependencies.</summary>
    public CcCompilationContext CreateContext(IReadOnlyList<CcCompilationContext> dependencies) => CcContextBuilder.Create(context, new()
    {
        Name = context.Label.Name,
        PublicHeaders = PublicHeaders,
        PrivateHeaders = PrivateHeaders,
        TextualHeaders = TextualHeaders,
        SystemIncludes = SystemIncludes(),
        Defines = Defines("defines"),
        LocalDefines = Defines("local_defines"),
        IncludePrefix = context.GetString("include_prefix"),
        StripIncludePrefix = context.GetString("strip_include_prefix") is { Length: > 0 } strip ? strip : null,
        Dependencies = dependencies,
    });

    /// <summary>Compiles the sources against the target's own context and those that only the sources see.</summary>
    public CompilationOutputs Compile(CcCompilationContext own, IReadOnlyList<CcCompilationContext> implementationOnly)
    {
        CcCompilationContext seen = implementationOnly.Count == 0 ? own : CcCompilationContext.Create(own, implementationOnly);
        return CcCompiler.Compile(context, new()
        {
            Name = context.Label.Name,
            Sources = Sources,
            Context = seen,
            Copts = Copts(),
            CxxOpts = context.ExpandAndTokenize("cxxopts", context.GetStrings("cxxopts")),
            ConlyOpts = context.ExpandAndTokenize("conlyopts", context.GetStrings("conlyopts")),
            Features = Features,
            AdditionalInputs = [.. context.Files("additional_compiler_inputs")],
        });
    }

    private List<string> SystemIncludes()
    {
        var result = new List<string>();
        string package = context.Label.Package.ExecPath;
        foreach (string include in context.GetStrings("includes"))
        {
            string relative = context.Expand("includes", include);
            if (relative.StartsWith('/'))
                continue;
            string path = ExecPaths.Combine(package, relative);
            if (path.StartsWith("..", StringComparison.Ordinal))
                throw context.AttributeError("includes", $"'{include}' leads above the execution root");
            if (path.Length == 0)
                throw context.AttributeError("includes", $"'{include}' resolves to the workspace root, which would allow this rule and all of its transitive dependents to include any file in your workspace");
            result.Add(path);
            result.Add(PackageId.Join(context.Configuration.BinDirectory, path));
        }

        return result;
    }

    private List<string> Defines(string attribute)
    {
        var result = new List<string>();
        foreach (string define in context.GetStrings(attribute))
        {
            IReadOnlyList<string> words = context.ExpandAndTokenize(attribute, [define]);
            result.Add(words.Count == 1 ? words[0] : throw context.AttributeError(attribute, words.Count == 0
                ? "empty definition not allowed"
                : $"definition contains too many tokens (found {words.Count}, expecting exactly one)"));
        }

        return result;
    }

    private static bool IsLinkable(Artifact file) =>
        CcSources.IsObject(file.ExecPath) || CcSources.IsArchive(file.ExecPath) || CcSources.IsAlwaysLinkArchive(file.ExecPath) || CcSources.IsSharedLibrary(file.ExecPath);

    private void CheckSources(Artifact[] files)
    {
        foreach (Artifact file in files)
        {
            if (file.Kind == ArtifactKind.Directory)
            {
                throw context.AttributeError("srcs", file.IsOutput
                    ? $"'{file.ExecPath}' is a directory that another rule makes: what there is to compile in it would be known only when it is made; let that rule declare its files"
                    : $"'{file.ExecPath}' is a folder; list the files or use glob()");
            }

            if (!CcSources.IsCompiled(file.ExecPath) && !CcSources.IsHeader(file.ExecPath) && !IsLinkable(file))
                Unusable.Add(file);
        }
    }

    /// <summary>Sources that no compiler takes; Bazel refuses them when nothing else is in srcs.</summary>
    public List<Artifact> Unusable { get; } = [];
}
