using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.outputs: files of output attributes and implicit outputs; "executable" is made when it is asked for.</summary>
internal sealed class StarlarkOutputs(RuleContext rule, Func<Artifact> executable) : StarlarkObject
{
    public override string TypeName => "struct";

    public override IEnumerable<string> AttributeNames =>
        rule.Rule.RuleClass.Attributes.Where(a => a.IsOutput).Select(a => a.Name).Concat(rule.Rule.ImplicitOutputs.Keys)
            .Concat(rule.Rule.RuleClass.IsExecutable ? ["executable"] : []);

    public override bool TryGetAttribute(string name, out Value value)
    {
        if (rule.Rule.ImplicitOutputs.TryGetValue(name, out OutputFile? output))
        {
            value = File(output.Label);
            return true;
        }

        if (rule.Rule.RuleClass.FindAttribute(name) is { IsOutput: true } schema)
        {
            value = schema.Type == AttributeType.Output
                ? rule.Get<Label>(name) is { } one ? File(one) : Value.None
                : new StarlarkList(rule.GetLabels(name).Select(l => (Value)File(l)));
            return true;
        }

        value = name == "executable" && rule.Rule.RuleClass.IsExecutable ? rule.FileValues.Get(executable()) : default(Value);
        return name == "executable" && rule.Rule.RuleClass.IsExecutable;
    }

    private FileValue File(Label label) => rule.FileValues.Get(rule.Environment.OutputArtifact(label, rule.Configuration));
}
