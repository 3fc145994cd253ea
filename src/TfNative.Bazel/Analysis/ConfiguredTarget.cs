using System.Text;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A target in a configuration, analysed: what it provides. As Starlark's Target it is indexed by providers.</summary>
public sealed class ConfiguredTarget : StarlarkObject
{
    public ConfiguredTarget(Target target, BuildConfiguration? configuration, ProviderCollection providers)
    {
        Target = target;
        Configuration = configuration;
        Providers = providers;
    }

    public Target Target { get; }

    public Label Label => Target.Label;

    /// <summary>Null for source files.</summary>
    public BuildConfiguration? Configuration { get; }

    public ProviderCollection Providers { get; }

    /// <summary>Set when neither it nor anything above it can be built for the platform.</summary>
    internal Incompatibility? Incompatibility { get; init; }

    /// <summary>Null when nothing is said about environments.</summary>
    internal SupportedEnvironments? Environments { get; init; }

    public override string TypeName => "Target";

    public override bool IsHashable => true;

    /// <summary>Null only for what has no files at all, such as package groups.</summary>
    public DefaultInfo? Default => Providers.Get(BuiltinProviders.Default) as DefaultInfo;

    public IReadOnlyList<Artifact> Files => Default?.Files.ToList() ?? [];

    public CcInfo? Cc => Providers.Get(BuiltinProviders.Cc) as CcInfo;

    /// <summary>The same target with what aspects added.</summary>
    internal ConfiguredTarget With(ProviderCollection more)
    {
        var all = new ProviderCollection();
        foreach (StarlarkObject instance in Providers.All.Values.Concat(more.All.Values))
            all.Add(instance is OutputGroupInfo groups && all.Get(BuiltinProviders.OutputGroup) is OutputGroupInfo own ? own.Merge(groups) : instance);
        return new(Target, Configuration, all) { Environments = Environments };
    }

    public override bool TryGetAttribute(string name, out Value value)
    {
        if (name == "label")
        {
            value = new LabelValue(Label);
            return true;
        }

        if (Default is { } info && info.TryGetAttribute(name, out value))
            return true;
        if (name == "output_groups" && Providers.Get(BuiltinProviders.OutputGroup) is { } groups)
        {
            value = groups;
            return true;
        }

        if (Providers.Get(BuiltinProviders.Legacy) is StructValue legacy && legacy.Fields.TryGetValue(name, out value))
            return true;
        value = default;
        return false;
    }

    public override IEnumerable<string> AttributeNames => ["label", "files", "files_to_run", "default_runfiles", "data_runfiles", "output_groups"];

    public override bool TryIndex(Value key, out Value value)
    {
        if (key.As<ProviderType>() is { } provider && Providers.Get(provider) is { } instance)
        {
            value = instance;
            return true;
        }

        value = default;
        return false;
    }

    public override bool? Contains(Value element) => element.As<StarlarkObject>() is { } provider && Providers.Has(provider);

    public override void AppendRepr(StringBuilder text) => text.Append("<target ").Append(Label).Append('>');
}
