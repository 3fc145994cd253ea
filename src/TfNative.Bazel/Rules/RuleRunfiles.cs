using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Collects the runfiles of a rule from its own files and from what its attributes name.</summary>
internal static class RuleRunfiles
{
    public static Runfiles Collect(RuleContext context, NestedSet<Artifact> own, params string[] attributes)
    {
        var parts = new List<NestedSet<Artifact>> { own };
        var links = new List<RunfilesLink>();
        foreach (ConfiguredTarget target in attributes.SelectMany(context.Prerequisites))
        {
            if (target.Default is not { } info)
                continue;
            parts.Add(info.Runfiles.Files);
            links.AddRange(info.Runfiles.Links);
            if (attributes.Contains("data") && context.Prerequisites("data").Contains(target))
                parts.Add(info.Files);
        }

        return new(NestedSet<Artifact>.Create(NestedSetOrder.Stable, [], parts), context.FileValues) { Links = links };
    }
}
