using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A struct with a field for each attribute of a rule, made when it is first read: most are never looked at.</summary>
internal sealed class StarlarkAttributeFields(RuleClass ruleClass, Func<AttributeSchema, bool> wanted, Func<AttributeSchema, int, Value> make) : StarlarkObject
{
    private readonly Dictionary<string, Value> made = new(StringComparer.Ordinal);

    public override string TypeName => "struct";

    public override IEnumerable<string> AttributeNames => ruleClass.Attributes.Where(wanted).Select(a => a.Name).Order(StringComparer.Ordinal);

    public override bool TryGetAttribute(string name, out Value value)
    {
        if (made.TryGetValue(name, out value))
            return true;
        if (!ruleClass.TryGetAttribute(name, out int index) || !wanted(ruleClass.Attributes[index]))
            return false;
        value = make(ruleClass.Attributes[index], index);
        made.Add(name, value);
        return true;
    }
}
