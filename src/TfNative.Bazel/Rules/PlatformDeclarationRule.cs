using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>constraint_setting(), constraint_value() and platform(): declarations that rules can ask about by their provider.</summary>
internal sealed class PlatformDeclarationRule(ProviderType provider) : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context) => new ProviderCollection()
        .Add(new StructValue([new("label", new LabelValue(context.Label))], provider))
        .Add(new DefaultInfo(NestedSet<Artifact>.Empty, null, Runfiles.Empty, context.FileValues));
}
