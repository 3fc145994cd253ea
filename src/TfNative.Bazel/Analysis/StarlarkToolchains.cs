using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.toolchains: indexed by toolchain type.</summary>
internal sealed class StarlarkToolchains(RuleContext rule) : StarlarkObject
{
    public override string TypeName => "ToolchainContext";

    public override bool? Contains(Value element) => Find(element) is not null;

    public override bool TryIndex(Value key, out Value value)
    {
        value = Find(key) ?? Value.None;
        return true;
    }

    private static Value? Find(Value key)
    {
        _ = key;
        return null;
    }

    public override string ToString() => $"toolchains of {rule.Label}";
}
