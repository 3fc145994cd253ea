using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The modules config, config_common, platform_common and small ones that most .bzl files only mention.</summary>
internal static class ConfigModule
{
    /// <summary>Source: https://bazel.build/rules/lib/toplevel/config.</summary>
    public static readonly ModuleValue Config = ModuleValue.Of(
        "config",
        Setting("int", AttributeType.Integer),
        Setting("bool", AttributeType.Boolean),
        Setting("string", AttributeType.String),
        Setting("string_list", AttributeType.StringList),
        Setting("string_set", AttributeType.StringList),
        new Builtin("exec", "exec_group=None", static (in CallContext c) => new ExecTransition(c.StringOrNone(0))),
        new Builtin("target", "", static (in CallContext _) => new TargetTransition()),
        new Builtin("none", "", static (in CallContext _) => new TargetTransition()));

    public static readonly ModuleValue PlatformCommon = new("platform_common",
    [
        new("TemplateVariableInfo", BuiltinProviders.TemplateVariable),
        new("ToolchainInfo", BuiltinProviders.Toolchain),
        new("ConstraintSettingInfo", BuiltinProviders.ConstraintSetting),
        new("ConstraintValueInfo", BuiltinProviders.ConstraintValue),
        new("PlatformInfo", BuiltinProviders.Platform),
    ]);

    public static readonly ModuleValue CoverageCommon = new("coverage_common",
    [
        new("instrumented_files_info", new Builtin("instrumented_files_info", "*args, **kwargs", static (in CallContext _) =>
            new StructValue([], BuiltinProviders.InstrumentedFiles))),
    ]);

    /// <summary>Source: https://bazel.build/rules/lib/providers/ExecutionInfo. How a test is run concerns no build.</summary>
    private static readonly ProviderType ExecutionInfo = new("ExecutionInfo")
    {
        Factory = call => new StructValue([new("requirements", call.Get("requirements", 0)), new("exec_group", call.Get("exec_group", 1))], ExecutionInfo),
    };

    public static readonly ModuleValue Testing = new("testing",
    [
        new("TestEnvironment", new Builtin("TestEnvironment", "environment, inherited_environment=[]", static (in CallContext c) =>
            new StructValue([new("environment", c[0])], BuiltinProviders.RunEnvironment))),
        new("ExecutionInfo", ExecutionInfo),
        new("analysis_test", new Builtin("analysis_test", "**kwargs", static (in CallContext c) =>
            throw c.Error("analysis tests cannot be built here"))),
    ]);

    public static readonly ModuleValue AppleCommon = new("apple_common",
    [
        new("apple_toolchain", new Builtin("apple_toolchain", "", static (in CallContext _) => new StructValue([]))),
        new("platform_type", new StructValue(new[] { "ios", "macos", "tvos", "visionos", "watchos", "catalyst" }.Select(n => new KeyValuePair<string, Value>(n, n)))),
        new("multi_arch_split", new TargetTransition()),
        .. new[] { "Objc", "AppleDynamicFramework", "AppleExecutableBinary", "AppleDebugOutputs", "XcodeVersionConfig", "XcodeProperties" }
            .Select(n => new KeyValuePair<string, Value>(n, new ProviderType(n))),
    ]);

    /// <summary>Source: https://bazel.build/rules/lib/toplevel/config_common.</summary>
    public static ModuleValue CreateConfigCommon(LabelConverter labels) => new("config_common",
    [
        new("FeatureFlagInfo", BuiltinProviders.FeatureFlag),
        new("toolchain_type", new Builtin("toolchain_type", "name, *, mandatory=True", (in CallContext c) =>
            new ToolchainTypeRequirement(AttributeConverter.ToLabel(c[0], labels, () => "toolchain_type()"), c[1].Truth))),
        new("config_feature_flag_transition", new Builtin("config_feature_flag_transition", "attribute", static (in CallContext _) => new TargetTransition())),
    ]);

    /// <summary>The module of a language that we do not build: its providers exist, so that files that mention them load.</summary>
    public static ModuleValue OtherLanguage(string name, params string[] providers) =>
        new(name, providers.Select(p => new KeyValuePair<string, Value>(p, new ProviderType(p))));

    private static Builtin Setting(string name, AttributeType type) =>
        new(name, "*, flag=False, allow_multiple=False, repeatable=False", (in CallContext c) =>
            new BuildSettingDescriptor(new(type, c[0].Truth, c[1].Truth || c[2].Truth)));
}
