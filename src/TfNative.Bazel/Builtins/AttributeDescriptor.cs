using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What attr.string(...) and its kin give: a schema that still lacks its name.</summary>
public sealed class AttributeDescriptor(AttributeSchema schema, Value rawDefault) : StarlarkObject
{
    /// <summary>The schema, with a placeholder for a name.</summary>
    public AttributeSchema Schema { get; } = schema;

    /// <summary>The default as given, for repository rules and aspects.</summary>
    public Value RawDefault { get; } = rawDefault;

    public override string TypeName => "Attribute";

    public override void AppendRepr(StringBuilder text) => text.Append("<attr.").Append(Schema.Type).Append('>');
}
