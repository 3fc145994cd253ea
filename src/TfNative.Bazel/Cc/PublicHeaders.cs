using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Collects what C++ targets offer for inclusion into one folder, each header under the path that it is included by.</summary>
internal sealed class PublicHeaders(Analyzer analyzer, BuildConfiguration configuration)
{
    private readonly SortedDictionary<string, string?> entries = new(StringComparer.Ordinal);
    private readonly HashSet<ConfiguredTarget> seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The headers; generated ones must be made for the folder to be of use.</summary>
    public List<Artifact> Headers { get; } = [];

    /// <param name="label">The request's target.</param>
    /// <param name="request">Which headers count.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.MissingProvider"/>: it is no C++ target.</exception>
    public void Add(Label label, HeaderRequest request)
    {
        ConfiguredTarget target = analyzer.Get(label, configuration);
        if (target.Cc is null)
            throw new BazelException(BazelErrorCode.MissingProvider, $"BazelHeaders names {label}, which is no C++ target and has no headers");
        Add(target, request);
    }

    /// <returns>A folder "include" of links to the headers.</returns>
    public Artifact Register(ActionGraphBuilder graph)
    {
        Artifact folder = graph.Output(configuration.BinDirectory + "/_public_headers/include", ArtifactKind.Directory);
        graph.Add(new SymlinkTreeAction
        {
            Mnemonic = "SymlinkTree",
            Description = "Collecting public headers",
            Outputs = [folder],
            Entries = [.. entries],
        });
        return folder;
    }

    private void Add(ConfiguredTarget target, HeaderRequest request)
    {
        if (!seen.Add(target) || target.Cc is not { Compilation: var context })
            return;
        Artifact[] headers = [.. context.DirectPublicHeaders, .. context.DirectTextualHeaders, .. request.Private ? context.DirectPrivateHeaders : []];
        // With include_prefix or strip_include_prefix a link has the name, and the header behind it is not included by its own.
        HashSet<Artifact> renamed = [.. headers.Select(header => header.Generator).OfType<SymlinkAction>().SelectMany(link => link.Inputs)];
        foreach (Artifact header in headers.Where(header => !renamed.Contains(header)))
        {
            Headers.Add(header);
            entries.TryAdd(IncludePath(header, context), header.ExecPath);
        }

        if (!request.Transitive || target.Target is not Rule rule || target.Configuration is null || !rule.RuleClass.TryGetAttribute("deps", out int deps))
            return;
        foreach (ConfiguredTarget dependency in new RuleContext(analyzer, rule, target.Configuration).Prerequisites(deps))
            Add(dependency, request);
    }

    /// <summary>Below the nearest of the folders that are searched for it.</summary>
    private static string IncludePath(Artifact header, CcCompilationContext context)
    {
        int length = context.Includes.Concat(context.SystemIncludes).Concat(context.QuoteIncludes)
            .Where(folder => header.ExecPath.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(folder => folder.Length + 1).DefaultIfEmpty(0).Max();
        return header.ExecPath[length..];
    }
}
