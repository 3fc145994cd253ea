using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The C++ toolchain as Starlark code sees it (https://bazel.build/rules/lib/providers/CcToolchainInfo).</summary>
public sealed class CcToolchainValue : StarlarkObject, IProviderInstance
{
    private readonly Dictionary<string, Value> fields;

    internal CcToolchainValue(RuleContext context)
    {
        CcToolchain toolchain = context.Environment.Toolchain;
        BuildOptions options = context.Configuration.Options;
        fields = new(StringComparer.Ordinal)
        {
            ["compiler"] = toolchain.Compiler,
            ["compiler_executable"] = toolchain.CCompiler,
            ["preprocessor_executable"] = toolchain.CCompiler,
            ["ar_executable"] = toolchain.Archiver,
            ["strip_executable"] = toolchain.Strip,
            ["ld_executable"] = "/usr/bin/ld",
            ["nm_executable"] = "/usr/bin/nm",
            ["objcopy_executable"] = "/usr/bin/objcopy",
            ["objdump_executable"] = "/usr/bin/objdump",
            ["gcov_executable"] = "/usr/bin/gcov",
            ["cpu"] = options.Cpu,
            ["libc"] = "local",
            ["target_gnu_system_name"] = "local",
            ["toolchain_id"] = "local_linux",
            ["sysroot"] = Value.None,
            ["all_files"] = Depset.Empty,
            ["built_in_include_directories"] = new StarlarkList(),
            ["dynamic_runtime_lib"] = Files("dynamic_runtime_lib"),
            ["static_runtime_lib"] = Files("static_runtime_lib"),
            ["needs_pic_for_dynamic_libraries"] = new Builtin("needs_pic_for_dynamic_libraries", "*, feature_configuration", static (in CallContext _) => true),
        };
    }

    public ProviderType Provider => BuiltinProviders.CcToolchain;

    public override string TypeName => "CcToolchainInfo";

    public override IEnumerable<string> AttributeNames => fields.Keys.Order(StringComparer.Ordinal);

    public override bool TryGetAttribute(string name, out Value value) => fields.TryGetValue(name, out value);

    /// <summary>What a rule finds under the C++ toolchain type.</summary>
    internal static StructValue ToolchainInfo(RuleContext context) => new(
        [new("cc", new CcToolchainValue(context)), new("cc_provider_in_toolchain", true)], BuiltinProviders.Toolchain);

    private static Builtin Files(string name) => new(name, "*, feature_configuration", static (in CallContext _) => Depset.Empty);
}
