using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Expands implicit output names such as "%{name}.jar" from a rule's attributes (ImplicitOutputsFunction.java).</summary>
internal static class OutputTemplate
{
    /// <summary>What the function of rule(outputs = f) gives for the values of the attributes that its parameters are named after.</summary>
    /// <exception cref="BazelException">One of them is unknown or depends on the configuration, or the result is no dict.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Compute(Rule rule, StarlarkThread thread)
    {
        StarlarkFunction function = rule.RuleClass.ImplicitOutputFunction.As<StarlarkFunction>()!;
        (string, Value)[] arguments = [.. function.Parameters.Select(p => (p.Name, Argument(p.Name)))];
        StarlarkDict outputs = thread.Call(rule.RuleClass.ImplicitOutputFunction, [], arguments).As<StarlarkDict>()
            ?? throw Error("the function that gives its outputs must return a dict of names and paths");
        return [.. outputs.Select(o => new KeyValuePair<string, string>(o.Key.ToString(), o.Value.ToString()))];

        Value Argument(string name)
        {
            if (name == "name")
                return rule.Name;
            if (!rule.RuleClass.TryGetAttribute(name, out int index))
                throw Error($"the function that gives its outputs wants '{name}', which is no attribute");
            return rule.GetRaw(index) is ConfigurableValue
                ? throw Error($"the function that gives its outputs wants '{name}', which holds a select(): outputs are the same in all configurations")
                : AttributeValues.ToStarlark(rule.GetRaw(index), label => new LabelValue(label));
        }

        BazelException Error(string problem) => new(BazelErrorCode.RuleFailed, $"{rule.Label}: {problem}", rule.Location, rule.Label);
    }

    public static string Expand(string template, Rule rule)
    {
        var text = new StringBuilder();
        for (int i = 0; i < template.Length; i++)
        {
            int end;
            if (template[i] != '%' || i + 1 >= template.Length || template[i + 1] != '{' || (end = template.IndexOf('}', i)) < 0)
            {
                text.Append(template[i]);
                continue;
            }

            string name = template[(i + 2)..end];
            text.Append(name == "name" || name == "basename" && !rule.Name.Contains('/', StringComparison.Ordinal)
                ? rule.Name
                : name switch
                {
                    "basename" => rule.Name[(rule.Name.LastIndexOf('/') + 1)..],
                    "dirname" => rule.Name.Contains('/', StringComparison.Ordinal) ? rule.Name[..(rule.Name.LastIndexOf('/') + 1)] : "",
                    _ => rule.GetRaw(name) as string ?? throw new BazelException(
                        BazelErrorCode.RuleFailed, $"{rule.Label}: output '{template}' needs the text attribute '{name}'", rule.Location, rule.Label),
                });
            i = end;
        }

        return text.ToString();
    }
}
