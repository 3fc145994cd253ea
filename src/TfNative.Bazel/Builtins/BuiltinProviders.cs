using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The providers that Bazel itself defines.</summary>
public static class BuiltinProviders
{
    public static readonly ProviderType Default = new("DefaultInfo") { Factory = DefaultInfo.FromCall };

    public static readonly ProviderType OutputGroup = new("OutputGroupInfo") { Factory = OutputGroupInfo.FromCall };

    public static readonly ProviderType Cc = new("CcInfo") { Factory = CcInfo.FromCall };

    /// <summary>Holds the fields of a struct that a rule of the old kind returned.</summary>
    public static readonly ProviderType Legacy = new("struct");

    public static readonly ProviderType CcSharedLibrary = new("CcSharedLibraryInfo");

    public static readonly ProviderType CcSharedLibraryHint = new("CcSharedLibraryHintInfo");

    public static readonly ProviderType FeatureFlag = new("FeatureFlagInfo");

    /// <summary>Source: https://bazel.build/rules/lib/providers/TemplateVariableInfo: one dict of variables.</summary>
    public static readonly ProviderType TemplateVariable = new("TemplateVariableInfo")
    {
        Factory = call => call.Get("vars", 0).As<StarlarkDict>() is { } variables
            ? new StructValue([new("variables", variables)], TemplateVariable)
            : throw StarlarkException.Create("TemplateVariableInfo: missing 1 required argument: vars, a dict of variables"),
    };

    public static readonly ProviderType Toolchain = new("ToolchainInfo");

    public static readonly ProviderType InstrumentedFiles = new("InstrumentedFilesInfo");

    public static readonly ProviderType RunEnvironment = new("RunEnvironmentInfo");

    public static readonly ProviderType AnalysisTestResult = new("AnalysisTestResultInfo");

    public static readonly ProviderType Proto = new("ProtoInfo");

    public static readonly ProviderType ProtoLangToolchain = new("ProtoLangToolchainInfo");

    public static readonly ProviderType Py = new("PyInfo");

    public static readonly ProviderType PyRuntime = new("PyRuntimeInfo");

    public static readonly ProviderType PyCcLinkParams = new("PyCcLinkParamsProvider");

    public static readonly ProviderType ConstraintSetting = new("ConstraintSettingInfo");

    public static readonly ProviderType ConstraintValue = new("ConstraintValueInfo");

    public static readonly ProviderType Platform = new("PlatformInfo");

    public static readonly ProviderType CcToolchainConfig = new("CcToolchainConfigInfo");

    public static readonly ProviderType CcToolchain = new("CcToolchainInfo");

    public static readonly ProviderType PackageSpecification = new("PackageSpecificationInfo");

    public static readonly ProviderType BuildSetting = new("BuildSettingInfo");
}
