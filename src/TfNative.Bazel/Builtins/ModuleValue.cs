using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A namespace of builtins, such as native, attr or cc_common.</summary>
public sealed class ModuleValue : StarlarkObject
{
    private readonly Dictionary<string, Value> members;

    public ModuleValue(string name, IEnumerable<KeyValuePair<string, Value>> members)
    {
        Name = name;
        this.members = new(members, StringComparer.Ordinal);
    }

    /// <summary>A namespace of functions under their own names.</summary>
    public static ModuleValue Of(string name, params Builtin[] functions) =>
        new(name, functions.Select(f => new KeyValuePair<string, Value>(f.Name, f)));

    public string Name { get; }

    public override string TypeName => Name;

    public override IEnumerable<string> AttributeNames => members.Keys;

    public IReadOnlyDictionary<string, Value> Members => members;

    public override bool TryGetAttribute(string name, out Value value) => members.TryGetValue(name, out value);

    public override void AppendRepr(StringBuilder text) => text.Append('<').Append(Name).Append(" module>");
}
