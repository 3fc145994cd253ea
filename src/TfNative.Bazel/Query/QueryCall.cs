using System.Globalization;
using System.Text.RegularExpressions;

namespace TfNative.Bazel;

/// <summary>A function's arguments, evaluated as it asks for them.</summary>
internal sealed class QueryCall(QueryEvaluator evaluator, QueryExpression.Call call, QueryScope? scope)
{
    public QueryEvaluator Evaluator { get; } = evaluator;

    public ITargetGraph Graph => Evaluator.Graph;

    /// <summary>How many arguments are given.</summary>
    public int Count => call.Arguments.Count;

    public TargetSet Targets(int index) => Evaluator.Evaluate(call.Arguments[index], scope);

    public string Word(int index) => ((QueryExpression.Word)call.Arguments[index]).Text;

    /// <summary>A number; null where it is not given.</summary>
    public int? Integer(int index) =>
        index < call.Arguments.Count ? int.Parse(Word(index), NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>A regular expression, which may match anywhere.</summary>
    /// <exception cref="QuerySyntaxException">The word is no regular expression.</exception>
    public Regex Pattern(int index)
    {
        try
        {
            return new Regex(Word(index), RegexOptions.CultureInvariant);
        }
        catch (ArgumentException e)
        {
            throw new QuerySyntaxException(Evaluator.Text, call.Arguments[index].Position, $"illegal '{call.Function}' pattern: {e.Message}");
        }
    }
}
