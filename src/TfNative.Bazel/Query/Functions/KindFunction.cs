using System.Text.RegularExpressions;

namespace TfNative.Bazel;

/// <summary><c>kind(pattern, x)</c>: those of x whose kind, such as <c>cc_library rule</c>, the pattern is found in.</summary>
internal sealed class KindFunction() : QueryFunction("kind", 2, QueryArgumentType.Word, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        Regex pattern = call.Pattern(0);
        return new TargetSet(call.Targets(1).Where(target => pattern.IsMatch(target.Kind)));
    }
}
