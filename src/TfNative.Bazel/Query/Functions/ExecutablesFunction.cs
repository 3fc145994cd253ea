namespace TfNative.Bazel;

/// <summary><c>executables(x)</c>: the programs among x, tests not among them.</summary>
internal sealed class ExecutablesFunction() : QueryFunction("executables", 1, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call) => new(call.Targets(0).Where(target => target.IsExecutable));
}
