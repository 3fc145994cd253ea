using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>sh_binary() and sh_test(): a script under the target's name (https://bazel.build/reference/be/shell).</summary>
internal sealed class ShBinaryRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        Artifact[] sources = [.. context.Files("srcs")];
        if (sources.Length != 1)
            throw context.AttributeError("srcs", "you must specify exactly one file");
        Artifact output = context.DeclareFile(context.Label.Name);
        context.Graph.Add(new SymlinkAction
        {
            Mnemonic = "ExecutableSymlink",
            Owner = context.Label.ToString(),
            Inputs = [sources[0]],
            Outputs = [output],
        });
        Runfiles needed = RuleRunfiles.Collect(context, NestedSet<Artifact>.Of(sources[0], output), "deps", "data");
        return new ProviderCollection().Add(new DefaultInfo(
            NestedSet<Artifact>.Of(output), output, RunfilesTree.With(context, output, needed), context.FileValues));
    }
}
