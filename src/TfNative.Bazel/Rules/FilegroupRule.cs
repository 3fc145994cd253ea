using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>filegroup(): a name for files (https://bazel.build/reference/be/general#filegroup).</summary>
internal sealed class FilegroupRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        string group = context.GetString("output_group");
        NestedSet<Artifact> files = NestedSet<Artifact>.Create(
            NestedSetOrder.Stable, [], context.Prerequisites("srcs").Select(t => FilesOf(t, group)));
        // A filegroup of one program can be run.
        Artifact? executable = context.Prerequisites("srcs") is [{ Target: Rule } only] ? only.Default?.Executable : null;
        return new ProviderCollection().Add(new DefaultInfo(
            files, executable, RuleRunfiles.Collect(context, NestedSet<Artifact>.Empty, "srcs", "data"), context.FileValues));
    }

    private static NestedSet<Artifact> FilesOf(ConfiguredTarget target, string group)
    {
        if (group.Length == 0)
            return target.Default?.Files ?? NestedSet<Artifact>.Empty;
        return target.Providers.Get(BuiltinProviders.OutputGroup) is OutputGroupInfo groups && groups.Groups.TryGetValue(group, out Depset? files)
            ? FileValues.FromDepset(files)
            : NestedSet<Artifact>.Empty;
    }
}
