using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>cc_toolchain_alias(): this build's C++ toolchain as a target (Bazel's cc_toolchain_alias.bzl).</summary>
internal sealed class CcToolchainAliasRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        var variables = new StarlarkDict(context.Variables.Select(v => new KeyValuePair<Value, Value>(v.Key, v.Value)));
        return new ProviderCollection()
            .Add(new CcToolchainValue(context))
            .Add(CcToolchainValue.ToolchainInfo(context))
            .Add(new StructValue([new("variables", variables)], BuiltinProviders.TemplateVariable))
            .Add(new DefaultInfo(NestedSet<Artifact>.Empty, null, Runfiles.Empty, context.FileValues));
    }
}
