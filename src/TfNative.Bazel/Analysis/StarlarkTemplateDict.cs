using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.actions.template_dict() (https://bazel.build/rules/lib/builtins/TemplateDict): substitutions made from depsets.</summary>
internal sealed class StarlarkTemplateDict : StarlarkObject
{
    private readonly List<Func<StarlarkThread, KeyValuePair<string, string>>> entries = [];

    public override string TypeName => "TemplateDict";

    public override IEnumerable<string> AttributeNames => ["add", "add_joined"];

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = name switch
        {
            "add" => new Builtin("add", "key, value", Add),
            "add_joined" => new Builtin("add_joined", "key, values, *, join_with, map_each, uniquify=False, format_joined=None, allow_closure=False", AddJoined),
            _ => default(Value),
        };
        return name is "add" or "add_joined";
    }

    /// <summary>The substitutions in the order in which they were added.</summary>
    public IEnumerable<KeyValuePair<string, string>> Expand(StarlarkThread thread) => entries.Select(e => e(thread));

    private Value Add(in CallContext c)
    {
        var entry = new KeyValuePair<string, string>(c.String(0), c.String(1));
        entries.Add(_ => entry);
        return this;
    }

    private Value AddJoined(in CallContext c)
    {
        string key = c.String(0), separator = c.String(2);
        ArgumentFormat? format = StarlarkArgs.Format(c, c.StringOrNone(5));
        Value values = c[1], map = c[3];
        bool unique = c[4].Truth;
        entries.Add(thread => new(key, StarlarkArgs.Join(thread, values, map, separator, format, unique)));
        return this;
    }
}
