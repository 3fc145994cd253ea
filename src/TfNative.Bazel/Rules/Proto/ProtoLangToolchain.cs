using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>How protoc makes the files of a language (ProtoLangToolchainInfo of Bazel's proto_common.bzl).</summary>
/// <param name="outputFlag">Tells protoc where its output goes: "--cpp_out=%s".</param>
/// <param name="plugin">The program that protoc runs for the language; null where protoc knows the language.</param>
/// <param name="pluginFlag">Tells protoc where the plugin is.</param>
/// <param name="runtime">What the made files are used with.</param>
/// <param name="provided">Sources whose files the runtime has already.</param>
public sealed class ProtoLangToolchain(
    string outputFlag, ConfiguredTarget? plugin, string pluginFlag, ConfiguredTarget? runtime, IReadOnlyList<Artifact> provided, string mnemonic)
    : StarlarkObject, IProviderInstance
{
    private readonly HashSet<string> provided = [.. provided.Select(p => p.ExecPath)];

    public string OutputFlag { get; } = outputFlag;

    public ConfiguredTarget? Plugin { get; } = plugin;

    public string PluginFlag { get; } = pluginFlag;

    public ConfiguredTarget? Runtime { get; } = runtime;

    public string Mnemonic { get; } = mnemonic;

    public ProviderType Provider => BuiltinProviders.ProtoLangToolchain;

    public override string TypeName => "ProtoLangToolchainInfo";

    public override IEnumerable<string> AttributeNames => ["mnemonic", "out_replacement_format_flag", "plugin", "plugin_format_flag", "runtime"];

    /// <summary>The runtime has what protoc would make of the source.</summary>
    public bool Provides(Artifact source) => provided.Contains(source.ExecPath);

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "mnemonic" => (Value?)Mnemonic,
            "out_replacement_format_flag" => OutputFlag,
            "plugin" => Plugin is null ? Value.None : (Value)Plugin,
            "plugin_format_flag" => PluginFlag,
            "runtime" => Runtime is null ? Value.None : (Value)Runtime,
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }
}
