using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A C++ target in the graph that shared libraries are cut out of (GraphNodeInfo of cc_shared_library.bzl).</summary>
/// <param name="Owners">The targets whose linker inputs it stands for, usually itself.</param>
/// <param name="Children">What its attributes name, attributes by name.</param>
/// <param name="LinkableMoreThanOnce">Several shared libraries may hold it.</param>
internal sealed record LibraryNode(IReadOnlyList<Label> Owners, IReadOnlyList<LibraryNode> Children, bool LinkableMoreThanOnce);

/// <summary>Makes the nodes of analysed targets; what graph_structure_aspect does along all attributes.</summary>
internal sealed class LibraryGraph(Analyzer analyzer)
{
    private readonly Dictionary<ConfiguredTarget, LibraryNode?> nodes = new(ReferenceEqualityComparer.Instance);

    /// <returns>Null for targets that are no C++ and no protocol buffers.</returns>
    public LibraryNode? NodeOf(ConfiguredTarget target)
    {
        if (nodes.TryGetValue(target, out LibraryNode? known))
            return known;
        ProviderCollection providers = target.Providers;
        if (target.Target is not Rule rule || target.Configuration is null
            || (target.Cc is null && providers.Get(BuiltinProviders.Proto) is null && providers.Get(BuiltinProviders.CcSharedLibraryHint) is null))
            return nodes[target] = null;
        var hint = providers.Get(BuiltinProviders.CcSharedLibraryHint) as StructValue;
        IEnumerable<string> attributes = hint is not null && hint.Fields.TryGetValue("attributes", out Value named)
            ? (SequenceReader.Of(named) ?? []).Select(n => n.ToString())
            : rule.RuleClass.Attributes.Where(a => a.Type is AttributeType.Label or AttributeType.LabelList).Select(a => a.Name).Order(StringComparer.Ordinal);
        IReadOnlyList<Label> owners = hint is not null && hint.Fields.TryGetValue("owners", out Value labels)
            ? [.. (SequenceReader.Of(labels) ?? []).Select(l => l.As<LabelValue>()!.Label)]
            : [rule.Label];
        var context = new RuleContext(analyzer, rule, target.Configuration);
        var children = new List<LibraryNode>();
        foreach (string attribute in attributes)
        {
            if (attribute is "visibility" or "toolchains" or "compatible_with" or "restricted_to" || !rule.RuleClass.TryGetAttribute(attribute, out int index))
                continue;
            foreach (ConfiguredTarget dependency in context.Prerequisites(index))
            {
                if (NodeOf(dependency) is { } child)
                    children.Add(child);
            }
        }

        bool more = (rule.GetRaw("tags") as string[])?.Contains("LINKABLE_MORE_THAN_ONCE") == true;
        return nodes[target] = new(owners, children, more);
    }
}
