using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>config.bool(flag = True) and its kin: what rule(build_setting = ...) takes.</summary>
public sealed class BuildSettingDescriptor(BuildSettingKind kind) : StarlarkObject
{
    public BuildSettingKind Kind { get; } = kind;

    public override string TypeName => "BuildSetting";
}
