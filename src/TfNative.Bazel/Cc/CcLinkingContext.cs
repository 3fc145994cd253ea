using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What a target and its dependencies add to a link, in link order.</summary>
public sealed class CcLinkingContext : StarlarkObject
{
    public static readonly CcLinkingContext Empty = new(NestedSet<LinkerInput>.Create(NestedSetOrder.Topological, [], []));

    public CcLinkingContext(NestedSet<LinkerInput> inputs) => Inputs = inputs;

    public NestedSet<LinkerInput> Inputs { get; }

    public override string TypeName => "LinkingContext";

    public static CcLinkingContext Of(LinkerInput input, IEnumerable<CcLinkingContext> dependencies) =>
        new(NestedSet<LinkerInput>.Create(NestedSetOrder.Topological, [input], dependencies.Select(d => d.Inputs)));

    public static CcLinkingContext Merge(IEnumerable<CcLinkingContext> contexts) =>
        new(NestedSet<LinkerInput>.Create(NestedSetOrder.Topological, [], contexts.Select(d => d.Inputs)));

    public override bool TryGetAttribute(string name, out Value value)
    {
        if (name == "linker_inputs")
        {
            value = new Depset(Convert(Inputs));
            return true;
        }

        value = default;
        return false;
    }

    private static NestedSet<Value> Convert(NestedSet<LinkerInput> set) => (NestedSet<Value>)(set.Memo ??=
        NestedSet<Value>.Create(set.Order, set.Direct.Select(i => (Value)i), set.Transitive.Select(Convert)));
}
