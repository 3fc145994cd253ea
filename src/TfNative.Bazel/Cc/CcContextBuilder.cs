using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Makes the compilation context of a target or of a part of it (cc_compilation_helper.bzl).</summary>
internal static class CcContextBuilder
{
    /// <summary>What goes into a context beside the repository's own folders.</summary>
    public sealed record Request
    {
        /// <summary>Names the folder of links to headers under other names.</summary>
        public required string Name { get; init; }

        public IReadOnlyList<Artifact> PublicHeaders { get; init; } = [];

        public IReadOnlyList<Artifact> PrivateHeaders { get; init; } = [];

        public IReadOnlyList<Artifact> TextualHeaders { get; init; } = [];

        public IReadOnlyList<string> Includes { get; init; } = [];

        public IReadOnlyList<string> QuoteIncludes { get; init; } = [];

        public IReadOnlyList<string> SystemIncludes { get; init; } = [];

        public IReadOnlyList<string> Defines { get; init; } = [];

        public IReadOnlyList<string> LocalDefines { get; init; } = [];

        public string IncludePrefix { get; init; } = "";

        /// <summary>Null when nothing is to be stripped; empty counts as given.</summary>
        public string? StripIncludePrefix { get; init; }

        public IReadOnlyList<CcCompilationContext> Dependencies { get; init; } = [];
    }

    public static CcCompilationContext Create(RuleContext context, Request request)
    {
        string repository = context.Label.Package.Repository.ExecPath, bin = context.Configuration.BinDirectory;
        VirtualHeaders headers = VirtualHeaders.Create(context, request.Name, request.PublicHeaders, request.IncludePrefix, request.StripIncludePrefix);
        List<string> includes = headers.IncludeFolder is { } folder ? [folder] : [];
        includes.AddRange(request.Includes);
        return CcCompilationContext.Create(
            new()
            {
                QuoteIncludes = [repository.Length == 0 ? "." : repository, PackageId.Join(bin, repository), .. request.QuoteIncludes],
                Includes = includes,
                SystemIncludes = request.SystemIncludes,
                Defines = request.Defines,
                LocalDefines = request.LocalDefines,
                Headers = NestedSet<Artifact>.Of([.. headers.All, .. request.TextualHeaders, .. request.PrivateHeaders]),
                DirectPublicHeaders = headers.All,
                DirectPrivateHeaders = request.PrivateHeaders,
                DirectTextualHeaders = request.TextualHeaders,
            },
            request.Dependencies);
    }
}
