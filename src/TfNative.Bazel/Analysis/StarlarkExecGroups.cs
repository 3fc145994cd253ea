using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.exec_groups: indexed by name (https://bazel.build/rules/lib/builtins/ExecGroupCollection).</summary>
internal sealed class StarlarkExecGroups(RuleContext rule) : StarlarkObject
{
    public override string TypeName => "ExecGroupCollection";

    public override bool? Contains(Value element) => element.AsString() is { } name && rule.Rule.RuleClass.ExecGroups.ContainsKey(name);

    public override bool TryIndex(Value key, out Value value)
    {
        if (key.AsString() is not { } name)
            throw StarlarkException.Create($"exec groups only support indexing by exec group name, got {key.Repr()} of type {key.TypeName} instead");
        if (!rule.Rule.RuleClass.ExecGroups.TryGetValue(name, out ExecGroup? group))
        {
            throw StarlarkException.Create(
                $"In {rule.Label}, unrecognized exec group '{name}' requested. Available exec groups: [{string.Join(", ", rule.Rule.RuleClass.ExecGroups.Keys)}]");
        }

        value = new StructValue([new("toolchains", new StarlarkToolchains(rule, group.ToolchainTypes))]);
        return true;
    }

    /// <summary>Checks the exec_group of an action.</summary>
    public static void Check(in CallContext c, RuleContext rule, Value group)
    {
        if (!group.IsNone && !rule.Rule.RuleClass.ExecGroups.ContainsKey(group.ToString()))
            throw c.Error($"Action declared for non-existent exec group '{group}'.");
    }
}
