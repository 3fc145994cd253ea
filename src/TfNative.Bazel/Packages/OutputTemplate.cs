using System.Text;

namespace TfNative.Bazel;

/// <summary>Expands implicit output names such as "%{name}.jar" from a rule's attributes (ImplicitOutputsFunction.java).</summary>
internal static class OutputTemplate
{
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
