using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Links to shared libraries in the one folder where programs look for them (SolibSymlinkAction.java).</summary>
internal static class SolibLink
{
    /// <param name="library">The shared library.</param>
    /// <param name="preserveName">In a folder of its own instead of under a name made of its path.</param>
    /// <param name="prefixConsumer">The name begins with that of the target that uses it.</param>
    public static Artifact Create(RuleContext context, Artifact library, bool preserveName, bool prefixConsumer)
    {
        string root = context.FileValues.Get(library).Root;
        string path = root.Length == 0 ? library.ExecPath : library.ExecPath[(root.Length + 1)..];
        string prefix = prefixConsumer ? Escape("_" + context.Label) + "__" : "";
        int slash = path.LastIndexOf('/');
        return At(context, library, preserveName
            ? $"{prefix}{Escape("_" + (slash < 0 ? "" : path[..slash]))}/{path[(slash + 1)..]}"
            : $"{prefix}lib{Escape(path)}");
    }

    /// <param name="place">The path under the folder.</param>
    public static Artifact At(RuleContext context, Artifact library, string place)
    {
        Artifact link = context.DeclareAt($"_solib_{context.Configuration.Options.Cpu}/{place}");
        if (link.Generator is null)
        {
            context.Graph.Add(new SymlinkAction
            {
                Mnemonic = "SolibSymlink",
                Owner = context.Label.ToString(),
                Inputs = [library],
                Outputs = [link],
            });
        }

        return link;
    }

    /// <summary>Source: Actions.escapedPath.</summary>
    private static string Escape(string path) => path
        .Replace("_", "_U", StringComparison.Ordinal).Replace("/", "_S", StringComparison.Ordinal).Replace("\\", "_B", StringComparison.Ordinal)
        .Replace(":", "_C", StringComparison.Ordinal).Replace("@", "_A", StringComparison.Ordinal);
}
