using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The names that BUILD and .bzl files find predeclared (https://bazel.build/rules/lib/globals).</summary>
internal static class BazelEnvironments
{
    private static readonly KeyValuePair<string, Value>[] Common =
    [
        Named(Depset.Function),
        Named(SelectFunction.Instance),
        Named(StructValue.Function),
        new("json", JsonEncoder.Module),
    ];

    private static readonly IReadOnlyList<Builtin> RuleFunctions =
        [.. NativeRules.All.Values.Select(r => new Builtin(r.Name, "**kwargs", (in CallContext c) =>
        {
            RuleDeclaration.Declare(r, c.Thread, c.KeywordArgs);
            return Value.None;
        }))];

    private static readonly ModuleValue Native = new("native",
    [
        .. RuleFunctions.Select(Named), .. BuildFileFunctions.All.Select(Named),
        // Macros look at it to know which Bazel runs them.
        new("bazel_version", BazelVersion),
    ]);

    /// <summary>The Bazel whose language and rules are followed.</summary>
    public const string BazelVersion = "7.7.1";

    /// <summary>For BUILD files.</summary>
    public static readonly StarlarkEnvironment Build = new([.. Common, .. RuleFunctions.Select(Named), .. BuildFileFunctions.All.Select(Named)]);

    private static readonly StarlarkEnvironment BzlShared = new(
    [
        .. Common,
        new("native", Native),
        Named(ProviderFunction.Instance),
        Named(StarlarkRepositoryRule.Function),
        Named(ConfigurationField.Function),
        Named(LoadVisibility.Function),
        Named(new Builtin("module_extension", "*args, **kwargs", static (in CallContext _) => new StructValue([]))),
        Named(new Builtin("tag_class", "*args, **kwargs", static (in CallContext _) => new StructValue([]))),
        Named(new Builtin("analysis_test_transition", "**kwargs", static (in CallContext _) => new TargetTransition())),
        Named(ExperimentalApi.Function("subrule")),
        new("config", ConfigModule.Config),
        new("platform_common", ConfigModule.PlatformCommon),
        new("cc_common", CcCommonModule.Instance),
        new("coverage_common", ConfigModule.CoverageCommon),
        new("testing", ConfigModule.Testing),
        new("java_common", ConfigModule.OtherLanguage("java_common", "JavaInfo", "JavaPluginInfo", "JavaToolchainInfo", "JavaRuntimeInfo", "BootClassPathInfo")),
        new("apple_common", ConfigModule.AppleCommon),
        new("proto_common_do_not_use", new ModuleValue("proto_common_do_not_use", [new("ProtoLangToolchainInfo", BuiltinProviders.ProtoLangToolchain)])),
        new("DefaultInfo", BuiltinProviders.Default),
        new("OutputGroupInfo", BuiltinProviders.OutputGroup),
        new("CcInfo", BuiltinProviders.Cc),
        new("CcSharedLibraryInfo", BuiltinProviders.CcSharedLibrary),
        new("CcSharedLibraryHintInfo", BuiltinProviders.CcSharedLibraryHint),
        new("CcToolchainConfigInfo", BuiltinProviders.CcToolchainConfig),
        new("ProtoInfo", BuiltinProviders.Proto),
        new("PyInfo", BuiltinProviders.Py),
        new("PyRuntimeInfo", BuiltinProviders.PyRuntime),
        new("PyCcLinkParamsProvider", BuiltinProviders.PyCcLinkParams),
        new("InstrumentedFilesInfo", BuiltinProviders.InstrumentedFiles),
        new("RunEnvironmentInfo", BuiltinProviders.RunEnvironment),
        new("AnalysisTestResultInfo", BuiltinProviders.AnalysisTestResult),
        new("PackageSpecificationInfo", BuiltinProviders.PackageSpecification),
        .. new[] { "JavaInfo", "JavaPluginInfo", "AnalysisFailureInfo", "AndroidNeverLinkLibrariesProvider", "CcLauncherInfo", "DebugPackageInfo", "ProguardSpecProvider", "MaterializedDepsInfo" }
            .Select(n => new KeyValuePair<string, Value>(n, new ProviderType(n))),
    ]);

    /// <summary>For one .bzl file: its functions read labels as that file means them.</summary>
    public static StarlarkEnvironment ForBzl(LabelConverter labels) => new(
        [
            Named(LabelValue.CreateFunction(labels)),
            Named(StarlarkRule.CreateFunction(labels)),
            Named(StarlarkAspect.CreateFunction(labels)),
            Named(ExecGroup.CreateFunction(labels)),
            Named(TransitionValue.CreateFunction(labels)),
            new("attr", AttrModule.Create(labels)),
            new("config_common", ConfigModule.CreateConfigCommon(labels)),
        ],
        BzlShared);

    private static KeyValuePair<string, Value> Named(Builtin function) => new(function.Name, function);
}
