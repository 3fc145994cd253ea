using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>config_common.toolchain_type(name, mandatory): a toolchain that a rule wants.</summary>
public sealed class ToolchainTypeRequirement(Label type, bool mandatory) : StarlarkObject
{
    public Label Type { get; } = type;

    public bool Mandatory { get; } = mandatory;

    public override string TypeName => "toolchain_type";
}
