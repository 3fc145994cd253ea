namespace TfNative.Bazel;

/// <summary><c>labels(name, x)</c>: the targets that an attribute of the rules of x names.</summary>
internal sealed class LabelsFunction() : QueryFunction("labels", 2, QueryArgumentType.Word, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        string name = call.Word(0);
        return new TargetSet(call.Targets(1)
            .SelectMany(target => target.Attributes)
            .Where(attribute => attribute.Name == name)
            .SelectMany(attribute => attribute.Labels)
            .Distinct()
            .Select(call.Graph.GetTarget));
    }
}
