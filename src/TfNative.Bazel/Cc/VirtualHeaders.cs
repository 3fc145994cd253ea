using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// Public headers under other names: include_prefix and strip_include_prefix make links under _virtual_includes
/// (cc_compilation_helper.bzl).
/// </summary>
internal sealed class VirtualHeaders
{
    private VirtualHeaders(IReadOnlyList<Artifact> all, string? includeFolder)
    {
        All = all;
        IncludeFolder = includeFolder;
    }

    /// <summary>The headers, and the links to them.</summary>
    public IReadOnlyList<Artifact> All { get; }

    /// <summary>Where the links are, for -I; null when the headers keep their names.</summary>
    public string? IncludeFolder { get; }

    public static VirtualHeaders Create(RuleContext context, string name, IReadOnlyList<Artifact> headers, string includePrefix, string? stripIncludePrefix)
    {
        bool strips = !string.IsNullOrEmpty(stripIncludePrefix);
        bool prefixes = includePrefix.Length > 0;
        if (!strips && !prefixes)
            return new(headers, null);

        string package = context.Label.Package.Path;
        string strip = !strips ? package
            : stripIncludePrefix!.StartsWith("//", StringComparison.Ordinal) ? ExecPaths.Normalize(stripIncludePrefix[2..])
            : stripIncludePrefix.StartsWith('/') ? ExecPaths.Normalize(stripIncludePrefix[1..])
            : ExecPaths.Combine(package, stripIncludePrefix);
        string folder = PackageId.Join(context.Label.Package.ExecPath, "_virtual_includes/" + name);
        var all = new List<Artifact>();
        foreach (Artifact header in headers)
        {
            string path = RepositoryRelative(context, header);
            string relative = ExecPaths.RelativeTo(path, strip) ?? throw context.AttributeError(
                "strip_include_prefix", $"header '{path}' is not under the specified strip prefix '{strip}'");
            string link = ExecPaths.Combine(folder, PackageId.Join(includePrefix.TrimStart('/'), relative));
            Artifact output = context.DeclareAt(link);
            if (output.Generator is null)
            {
                context.Graph.Add(new SymlinkAction
                {
                    Mnemonic = "Symlink",
                    Owner = context.Label.ToString(),
                    Description = "Symlinking virtual headers for " + context.Label,
                    Inputs = [header],
                    Outputs = [output],
                });
            }

            all.Add(output);
            all.Add(header);
        }

        return new(all, PackageId.Join(context.Configuration.BinDirectory, folder));
    }

    private static string RepositoryRelative(RuleContext context, Artifact header)
    {
        string root = context.FileValues.Get(header).Root;
        string path = root.Length == 0 ? header.ExecPath : header.ExecPath[(root.Length + 1)..];
        return path.StartsWith("external/", StringComparison.Ordinal) ? path.Split('/', 3)[^1] : path;
    }
}
