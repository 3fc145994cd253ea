using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>A rule that does nothing itself: declarations, and groups of files.</summary>
internal sealed class EmptyRule(bool collectFiles = false) : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        NestedSet<Artifact> files = collectFiles ? NestedSet<Artifact>.Of(context.Files("srcs")) : NestedSet<Artifact>.Empty;
        Runfiles runfiles = collectFiles ? RuleRunfiles.Collect(context, files, "srcs", "deps", "data") : Runfiles.Empty;
        return new ProviderCollection().Add(new DefaultInfo(files, null, runfiles, context.FileValues));
    }
}
