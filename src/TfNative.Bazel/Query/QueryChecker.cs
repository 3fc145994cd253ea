using System.Globalization;

namespace TfNative.Bazel;

/// <summary>Finds what is wrong with a query before any package is loaded: functions, their arguments, variables.</summary>
internal sealed class QueryChecker(string text)
{
    /// <param name="expression">A query.</param>
    /// <param name="variables">The variables that it may use.</param>
    /// <exception cref="QuerySyntaxException">Something is wrong.</exception>
    public void Check(QueryExpression expression, IReadOnlyCollection<string> variables)
    {
        switch (expression)
        {
            case QueryExpression.Word { Text: ['$', .. string name] } word when !variables.Contains(name):
                throw Error(word, $"undefined variable '{name}'");
            case QueryExpression.Word { Text: ['-' or '*', ..] } word:
                throw Error(word, $"target literal must not begin with ({word.Text[0]}): {word.Text}; write 'x except y' to leave targets out");
            case QueryExpression.Set set:
                foreach (QueryExpression.Word word in set.Words)
                    Check(word, variables);
                break;
            case QueryExpression.Binary binary:
                Check(binary.Left, variables);
                Check(binary.Right, variables);
                break;
            case QueryExpression.Let let:
                CheckName(let.Name);
                Check(let.Value, variables);
                Check(let.Body, [.. variables, let.Name.Text]);
                break;
            case QueryExpression.Call call:
                CheckCall(call, variables);
                break;
        }
    }

    private void CheckName(QueryExpression.Word name)
    {
        bool isName = name.Text.Length > 0 && !char.IsAsciiDigit(name.Text[0]) && name.Text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isName)
            throw Error(name, $"invalid variable name '{name.Text}' in let expression");
    }

    private void CheckCall(QueryExpression.Call call, IReadOnlyCollection<string> variables)
    {
        if (!QueryFunction.All.TryGetValue(call.Function, out QueryFunction? function))
        {
            throw Error(call, $"there is no function '{call.Function}'; there are "
                + string.Join(", ", QueryFunction.All.Keys.Order(StringComparer.Ordinal)));
        }

        int given = call.Arguments.Count;
        if (given < function.Mandatory || given > function.Arguments.Count && !function.IsVariadic)
            throw Error(call, $"wrong number of arguments ({given}), it is {function.Signature}");
        for (int i = 0; i < given; i++)
            CheckArgument(function, i, call.Arguments[i], variables);
    }

    private void CheckArgument(QueryFunction function, int index, QueryExpression argument, IReadOnlyCollection<string> variables)
    {
        QueryArgumentType type = function.Arguments[Math.Min(index, function.Arguments.Count - 1)];
        if (type == QueryArgumentType.Expression)
            Check(argument, variables);
        else if (argument is not QueryExpression.Word word)
            throw Error(argument, $"expected a {type.ToString().ToLowerInvariant()}, it is {function.Signature}");
        else if (type == QueryArgumentType.Integer && !int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw Error(argument, $"expected an integer literal: '{word.Text}'");
    }

    private QuerySyntaxException Error(QueryExpression at, string problem) => new(text, at.Position, problem);
}
