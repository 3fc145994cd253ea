using System.Text;
using Sprache;

namespace TfNative.Bazel;

/// <summary>
/// Replaces <c>$(NAME)</c>, <c>$@</c>, <c>$&lt;</c>, <c>$^</c>, <c>$(function argument)</c> and <c>$$</c>. What a
/// variable stands for is expanded in turn; what a function gives is not.
/// </summary>
/// <remarks>https://bazel.build/reference/be/make-variables; Bazel 7, TemplateExpander.java, whose messages these are.</remarks>
public static class MakeVariables
{
    private const int DeepestRecursion = 10;

    /// <summary>Text as it stands (then <c>Name</c> is null), or a reference.</summary>
    private readonly record struct Part(string? Text, string? Name, string? Argument)
    {
        public static Part Of(string text) => new(text, null, null);

        /// <param name="body">What stands in the parentheses.</param>
        public static Part Reference(string body)
        {
            int space = body.IndexOf(' ');
            return space < 0 ? new(null, body, null) : new(null, body[..space], body[(space + 1)..].Trim());
        }
    }

    private static readonly Parser<Part> InParentheses =
        from open in Sprache.Parse.Char('(')
        from body in TextParsers.RunOrNothing(c => c != ')')
        from close in Sprache.Parse.Char(')').Optional()
        select close.IsDefined ? Part.Reference(body) : throw new MakeVariableException("unterminated variable reference");

    private static readonly Parser<Part> InBraces =
        from open in Sprache.Parse.Char('{')
        from body in TextParsers.RunOrNothing(c => c != '}')
        from close in Sprache.Parse.Char('}').Optional()
        select Refuse(close.IsDefined
            ? NotSupported("${" + body + "}", body)
            : new MakeVariableException("unterminated variable reference"));

    private static readonly Parser<Part> ShellVariable =
        from first in Sprache.Parse.AnyChar
        from rest in TextParsers.RunOrNothing(c => char.IsLetterOrDigit(c) || c is '_' or '$')
        select Refuse(NotSupported("$" + first + rest, first + rest));

    private static readonly Parser<Part> AfterDollar =
        Sprache.Parse.Char('$').Return(Part.Of("$"))
            .Or(InParentheses)
            .Or(Sprache.Parse.Chars('@', '<', '^').Select(c => Part.Reference(c.ToString())))
            .Or(InBraces)
            .Or(ShellVariable)
            .Or(Sprache.Parse.Return(Part.Of("")).Select(_ => Refuse(new MakeVariableException("unterminated $"))));

    private static readonly Parser<IEnumerable<Part>> Template =
        TextParsers.Run(c => c != '$', "text").Select(Part.Of)
            .Or(Sprache.Parse.Char('$').Then(_ => AfterDollar))
            .Many();

    /// <param name="text">The text with references.</param>
    /// <param name="variable">From a name (<c>GENDIR</c>, <c>@</c>) to its value; null where there is no such variable.</param>
    /// <param name="function">
    /// From a function's name and its argument to its value, null where there is no such function; may be null itself.
    /// </param>
    /// <exception cref="MakeVariableException">A name is not defined, or a reference is not written as one.</exception>
    public static string Expand(string text, Func<string, string?> variable, Func<string, string, string?>? function = null) =>
        text.Contains('$') ? ExpandAt(0, text, variable, function) : text;

    private static string ExpandAt(
        int depth, string text, Func<string, string?> variable, Func<string, string, string?>? function)
    {
        if (depth > DeepestRecursion)
            throw new MakeVariableException($"potentially unbounded recursion during expansion of '{text}'");
        var result = new StringBuilder();
        foreach (Part part in Template.End().Parse(text))
        {
            if (part.Name is not { } name)
                result.Append(part.Text);
            else if (part.Argument is { } argument)
                result.Append(function?.Invoke(name, argument) ?? throw NotDefined(name));
            else
                result.Append(Value(name));
        }

        return result.ToString();

        string Value(string name)
        {
            string value = variable(name) ?? throw NotDefined(name);
            return value == name || !value.Contains('$') ? value : ExpandAt(depth + 1, value, variable, function);
        }
    }

    private static Part Refuse(MakeVariableException error) => throw error;

    private static MakeVariableException NotDefined(string name) => new($"$({name}) not defined");

    private static MakeVariableException NotSupported(string written, string name) => new(
        $"'{written}' syntax is not supported; use '$({name})' instead for \"Make\" variables, "
        + "or escape the '$' as '$$' if you intended this for the shell");
}
