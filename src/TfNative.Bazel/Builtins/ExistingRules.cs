using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Describes rules already declared, for existing_rules() (https://bazel.build/rules/lib/toplevel/native#existing_rule).</summary>
internal static class ExistingRules
{
    public static StarlarkDict Describe(Rule rule)
    {
        var description = new StarlarkDict();
        description["name"] = rule.Name;
        description["kind"] = rule.RuleClass.Name;
        for (int i = 0; i < rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = rule.RuleClass.Attributes[i];
            if (schema.Name == "name" || schema.IsPrivate)
                continue;
            // Defaults count too; only what has no value at all is left out.
            Value value = AttributeValues.ToStarlark(rule.GetRaw(i), label => Text(label, rule.Label.Package));
            if (!value.IsNone)
                description[schema.Name] = value;
        }

        return description;
    }

    private static Value Text(Label label, PackageId package) =>
        label.Package.Equals(package) ? ":" + label.Name : label.ToString();
}
