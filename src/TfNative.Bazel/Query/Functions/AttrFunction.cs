using System.Text.RegularExpressions;

namespace TfNative.Bazel;

/// <summary>
/// <c>attr(name, pattern, x)</c>: the rules of x with an attribute that can have a value which the pattern is found in. A
/// list is searched as <c>[a, b]</c>, a truth value as 1 or 0.
/// </summary>
internal sealed class AttrFunction()
    : QueryFunction("attr", 3, QueryArgumentType.Word, QueryArgumentType.Word, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        string name = call.Word(0);
        Regex pattern = call.Pattern(1);
        return new TargetSet(call.Targets(2).Where(target => target.Attributes.Any(attribute =>
            attribute.Name == name && attribute.PossibleTexts().Any(pattern.IsMatch))));
    }
}
