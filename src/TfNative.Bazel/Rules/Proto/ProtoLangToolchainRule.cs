using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>proto_lang_toolchain() (https://bazel.build/reference/be/protocol-buffer#proto_lang_toolchain; Bazel's proto_lang_toolchain.bzl).</summary>
internal sealed class ProtoLangToolchainRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        string flag = context.GetString("command_line");
        if (flag.Contains("$(PLUGIN_OUT)", StringComparison.Ordinal))
            throw context.AttributeError("command_line", "Placeholder '$(PLUGIN_OUT)' is not supported.");
        IEnumerable<Artifact> provided = context.Prerequisites("blacklisted_protos")
            .Select(p => p.Providers.Get(BuiltinProviders.Proto)).OfType<StructValue>()
            .SelectMany(info => ProtoInfos.Files(info, "transitive_sources").ToList());
        return new ProviderCollection()
            .Add(new ProtoLangToolchain(
                flag.Replace("$(OUT)", "%s", StringComparison.Ordinal), context.Prerequisite("plugin"), context.GetString("plugin_format_flag"),
                context.Prerequisite("runtime"), [.. provided], context.GetString("mnemonic")))
            .Add(new DefaultInfo(NestedSet<Artifact>.Empty, null, Runfiles.Empty, context.FileValues));
    }
}
