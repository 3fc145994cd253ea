using System.Text.RegularExpressions;

namespace TfNative.Bazel;

/// <summary><c>filter(pattern, x)</c>: those of x whose label the pattern is found in.</summary>
internal sealed class FilterFunction() : QueryFunction("filter", 2, QueryArgumentType.Word, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        Regex pattern = call.Pattern(0);
        return new TargetSet(call.Targets(1).Where(target => pattern.IsMatch(target.Label.ToString())));
    }
}
