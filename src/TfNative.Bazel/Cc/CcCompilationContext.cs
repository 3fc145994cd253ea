using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// What a library tells those that include its headers: include folders and defines as flat lists, headers as a shared
/// set. Merging keeps Bazel's order: own entries before those of dependencies, defines after (CcCompilationContext.java).
/// </summary>
public sealed class CcCompilationContext
{
    public static readonly CcCompilationContext Empty = new();

    public IReadOnlyList<string> QuoteIncludes { get; init; } = [];

    public IReadOnlyList<string> Includes { get; init; } = [];

    public IReadOnlyList<string> SystemIncludes { get; init; } = [];

    public IReadOnlyList<string> FrameworkIncludes { get; init; } = [];

    public IReadOnlyList<string> Defines { get; init; } = [];

    /// <summary>Not handed on to those that depend on the library.</summary>
    public IReadOnlyList<string> LocalDefines { get; init; } = [];

    public NestedSet<Artifact> Headers { get; init; } = NestedSet<Artifact>.Empty;

    public IReadOnlyList<Artifact> DirectPublicHeaders { get; init; } = [];

    public IReadOnlyList<Artifact> DirectPrivateHeaders { get; init; } = [];

    public IReadOnlyList<Artifact> DirectTextualHeaders { get; init; } = [];

    /// <summary>All headers in the form that actions take.</summary>
    public ArtifactSet HeaderSet => ArtifactSets.Of(Headers);

    /// <summary>Command-line segments that every compile with this context shares; made once.</summary>
    internal string[] Flags => flags ??= MakeFlags();

    private string[]? flags;

    public static CcCompilationContext Merge(IReadOnlyList<CcCompilationContext> contexts)
    {
        if (contexts.Count == 0)
            return Empty;
        return contexts.Count == 1 && contexts[0].LocalDefines.Count == 0 ? contexts[0] : Create(Empty, contexts);
    }

    /// <param name="own">What the library itself adds.</param>
    /// <param name="dependencies">In order of the deps attribute.</param>
    public static CcCompilationContext Create(CcCompilationContext own, IReadOnlyList<CcCompilationContext> dependencies) => new()
    {
        QuoteIncludes = Union(own.QuoteIncludes, dependencies, static d => d.QuoteIncludes),
        Includes = Union(own.Includes, dependencies, static d => d.Includes),
        SystemIncludes = Union(own.SystemIncludes, dependencies, static d => d.SystemIncludes),
        FrameworkIncludes = Union(own.FrameworkIncludes, dependencies, static d => d.FrameworkIncludes),
        Defines = UnionDefines(own.Defines, dependencies),
        LocalDefines = own.LocalDefines,
        Headers = NestedSet<Artifact>.Create(NestedSetOrder.Stable, own.Headers.Direct, own.Headers.Transitive.Concat(dependencies.Select(d => d.Headers))),
        DirectPublicHeaders = own.DirectPublicHeaders,
        DirectPrivateHeaders = own.DirectPrivateHeaders,
        DirectTextualHeaders = own.DirectTextualHeaders,
    };

    private static IReadOnlyList<string> Union(
        IReadOnlyList<string> own, IReadOnlyList<CcCompilationContext> dependencies, Func<CcCompilationContext, IReadOnlyList<string>> part)
    {
        if (own.Count == 0 && dependencies.Count == 1)
            return part(dependencies[0]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<string>();
        Add(own);
        foreach (CcCompilationContext dependency in dependencies)
            Add(part(dependency));
        return Share(all, own, dependencies, part);

        void Add(IReadOnlyList<string> entries)
        {
            for (int i = 0; i < entries.Count; i++)
            {
                if (seen.Add(entries[i]))
                    all.Add(entries[i]);
            }
        }
    }

    private static IReadOnlyList<string> UnionDefines(IReadOnlyList<string> own, IReadOnlyList<CcCompilationContext> dependencies)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<string>();
        foreach (CcCompilationContext dependency in dependencies)
        {
            foreach (string define in dependency.Defines)
            {
                if (seen.Add(define))
                    all.Add(define);
            }
        }

        foreach (string define in own)
        {
            if (seen.Add(define))
                all.Add(define);
        }

        return Share(all, own, dependencies, static d => d.Defines);
    }

    /// <summary>Most libraries add nothing to one of their dependencies: then its list serves both.</summary>
    private static IReadOnlyList<string> Share(
        List<string> all, IReadOnlyList<string> own, IReadOnlyList<CcCompilationContext> dependencies, Func<CcCompilationContext, IReadOnlyList<string>> part)
    {
        if (all.Count == 0)
            return [];
        if (own.Count == all.Count && own.SequenceEqual(all))
            return own;
        foreach (CcCompilationContext dependency in dependencies)
        {
            IReadOnlyList<string> candidate = part(dependency);
            if (candidate.Count == all.Count && candidate.SequenceEqual(all))
                return candidate;
        }

        return all.ToArray();
    }

    private string[] MakeFlags()
    {
        var result = new List<string>();
        foreach (string define in Defines.Concat(LocalDefines))
            result.Add("-D" + define);
        foreach (string folder in QuoteIncludes)
            result.AddRange(["-iquote", folder]);
        foreach (string folder in Includes)
            result.Add("-I" + folder);
        foreach (string folder in SystemIncludes)
            result.AddRange(["-isystem", folder]);
        return [.. result];
    }
}
