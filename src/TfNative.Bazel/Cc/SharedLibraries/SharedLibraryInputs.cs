namespace TfNative.Bazel;

/// <summary>Chooses what a cc_shared_library is linked from, or a cc_binary with dynamic_deps (_filter_inputs of cc_shared_library.bzl,
/// _filter_libraries_that_are_linked_dynamically of cc_binary.bzl).</summary>
internal sealed class SharedLibraryInputs
{
    private readonly RuleContext context;
    private readonly Dictionary<Label, List<LinkerInput>> byOwner = [];
    private readonly bool isProgram;
    private int count;

    /// <param name="isProgram">It offers nothing itself, so that what others offer may be among its roots, and needs no library whole.</param>
    public SharedLibraryInputs(
        RuleContext context, IReadOnlyList<ConfiguredTarget> roots, NestedSet<CcSharedLibraryInfo> dynamicDeps, IReadOnlyList<CcSharedLibraryInfo> directDynamicDeps,
        bool isProgram = false)
    {
        this.context = context;
        this.isProgram = isProgram;
        Dictionary<Label, LinkerInput> offered = Offered(dynamicDeps);
        Dictionary<Label, Label> linkedOnce = LinkedOnce(dynamicDeps);
        foreach (ConfiguredTarget root in roots)
        {
            if (!isProgram && offered.ContainsKey(root.Label))
                throw context.Error(BazelErrorCode.RuleFailed, $"trying to export a library already exported by a different shared library: {root.Label}");
        }

        LibraryNode[] nodes = [.. roots.Select(r => context.Environment.LibraryGraph(context.Analyzer).NodeOf(r)).OfType<LibraryNode>()];
        IReadOnlyList<LinkerInput> inputs = NestedSet<LinkerInput>.Create(
            NestedSetOrder.Topological, [], roots.Select(r => r.Cc!.Linking.Inputs)).ToList();
        var owners = inputs.Select(i => i.Owner).ToHashSet();
        (Dictionary<Label, NestedSet<Label>> behind, OrderedDictionary<Label, LinkerInput> unused) = Behind(directDynamicDeps);
        var partition = new LibraryPartition(nodes, l => offered.ContainsKey(l) && owners.Contains(l), behind);

        ILookup<Label, LinkerInput> held = inputs.Where(i => partition.Static.ContainsKey(i.Owner)).ToLookup(i => i.Owner);
        HashSet<Label> top = TopLevel(nodes, held, partition);
        var wronglyHeld = new List<string>();
        foreach (LinkerInput input in inputs)
        {
            if (partition.Dynamic.Contains(input.Owner))
            {
                LinkerInput shared = offered[input.Owner];
                unused.Remove(shared.Owner);
                Add(input.Owner, shared);
            }
            else if (partition.Static.TryGetValue(input.Owner, out bool moreThanOnce)
                && (isProgram || input.Libraries.Count > 0 || context.Environment.Repositories.IsSystem(input.Owner.Repository)))
            {
                if (linkedOnce.TryGetValue(input.Owner, out Label? holder))
                    wronglyHeld.Add($"  {input.Owner}, which {holder} holds");
                AddStatic(input, !isProgram && top.Contains(input.Owner));
                if (!moreThanOnce && Linkable(input))
                    LinkOnce.Add(input.Owner);
            }
        }

        AddUnused(unused, directDynamicDeps, partition.Order);
        if (wronglyHeld.Count > 0)
        {
            throw context.Error(
                BazelErrorCode.RuleFailed,
                "these libraries are linked statically by other cc_shared_libraries that do not export them; add them to deps or exports_filter of one:\n"
                + string.Join('\n', wronglyHeld));
        }

        Inputs = [.. partition.Order.SelectMany(l => byOwner.GetValueOrDefault(l) ?? [])];
        if (Inputs.Count != count)
            throw context.Error(BazelErrorCode.RuleFailed, "a linker input's owner is no target that the shared library depends on");
    }

    /// <summary>All that is linked, in order.</summary>
    public IReadOnlyList<LinkerInput> Inputs { get; }

    /// <summary>Shared libraries that were there before the build.</summary>
    public List<LibraryToLink> Precompiled { get; } = [];

    public List<Label> Exports { get; } = [];

    public List<Label> LinkOnce { get; } = [];

    private Dictionary<Label, LinkerInput> Offered(NestedSet<CcSharedLibraryInfo> dynamicDeps)
    {
        var offered = new Dictionary<Label, LinkerInput>();
        foreach (CcSharedLibraryInfo library in dynamicDeps.ToList())
        {
            foreach (Label export in library.Exports)
            {
                if (!offered.TryAdd(export, library.LinkerInput))
                    throw context.Error(BazelErrorCode.RuleFailed, $"two shared libraries in dependencies export the same symbols: both {offered[export].Owner} and {library.LinkerInput.Owner} export {export}");
            }
        }

        return offered;
    }

    private Dictionary<Label, Label> LinkedOnce(NestedSet<CcSharedLibraryInfo> dynamicDeps)
    {
        var linked = new Dictionary<Label, Label>();
        foreach (CcSharedLibraryInfo library in dynamicDeps.ToList())
        {
            foreach (Label held in library.LinkOnceStaticLibs)
            {
                if (!linked.TryAdd(held, library.LinkerInput.Owner))
                    throw context.Error(BazelErrorCode.RuleFailed, $"two shared libraries in dependencies link the same library statically: both {linked[held]} and {library.LinkerInput.Owner} hold {held}");
            }
        }

        return linked;
    }

    private static (Dictionary<Label, NestedSet<Label>> Behind, OrderedDictionary<Label, LinkerInput> All) Behind(IReadOnlyList<CcSharedLibraryInfo> direct)
    {
        var behind = new Dictionary<Label, NestedSet<Label>>();
        var all = new OrderedDictionary<Label, LinkerInput>();
        foreach (CcSharedLibraryInfo library in direct)
        {
            all[library.LinkerInput.Owner] = library.LinkerInput;
            IReadOnlyList<CcSharedLibraryInfo> further = library.DynamicDeps.ToList();
            foreach (CcSharedLibraryInfo other in further)
                all[other.LinkerInput.Owner] = other.LinkerInput;
            NestedSet<Label> labels = NestedSet<Label>.Create(NestedSetOrder.Topological, further.Select(f => f.LinkerInput.Owner), []);
            foreach (Label export in library.Exports)
                behind[export] = labels;
        }

        return (behind, all);
    }

    /// <summary>The first libraries with code below the roots: all of their code is linked.</summary>
    private static HashSet<Label> TopLevel(IReadOnlyList<LibraryNode> roots, ILookup<Label, LinkerInput> held, LibraryPartition partition)
    {
        var top = new HashSet<Label>();
        var open = new Queue<LibraryNode>(roots);
        var seen = new HashSet<Label>();
        while (open.TryDequeue(out LibraryNode? node))
        {
            bool goOn = false;
            foreach (Label owner in node.Owners)
            {
                if (held.Contains(owner))
                {
                    goOn = !held[owner].Any(HasCode);
                    if (!goOn)
                        top.Add(owner);
                }
                else if (!partition.Dynamic.Contains(owner))
                {
                    // It only hands on what others have.
                    goOn = true;
                }
            }

            if (!goOn || !seen.Add(node.Owners[0]))
                continue;
            foreach (LibraryNode child in node.Children)
                open.Enqueue(child);
        }

        return top;
    }

    private static bool HasCode(LinkerInput input) => input.Libraries.Any(l => !IsDynamicOnly(l));

    private static bool IsDynamicOnly(LibraryToLink library) => !library.HasStatic && !library.HasPicStatic;

    private static bool Linkable(LinkerInput input) => HasCode(input) || input.Libraries.Count == 0;

    private void Add(Label owner, LinkerInput input)
    {
        if (!byOwner.TryGetValue(owner, out List<LinkerInput>? inputs))
            byOwner.Add(owner, inputs = []);
        inputs.Add(input);
        count++;
    }

    private void AddStatic(LinkerInput input, bool whole)
    {
        if (isProgram)
        {
            Add(input.Owner, input);
            return;
        }

        LibraryToLink[] dynamicOnly = [.. input.Libraries.Where(IsDynamicOnly)];
        Precompiled.AddRange(dynamicOnly);
        if (dynamicOnly.Length == input.Libraries.Count)
        {
            Add(input.Owner, input);
            return;
        }

        if (ExportFilter.Matches(input.Owner, context))
            Exports.Add(input.Owner);
        Add(input.Owner, whole ? input.WithAlwaysLink() : input);
    }

    private void AddUnused(OrderedDictionary<Label, LinkerInput> unused, IReadOnlyList<CcSharedLibraryInfo> direct, List<Label> order)
    {
        var ordered = order.ToHashSet();
        foreach ((Label owner, LinkerInput input) in unused)
        {
            if (!direct.Any(d => d.LinkerInput.Owner.Equals(owner)))
                continue;
            Add(owner, input);
            if (ordered.Add(owner))
                order.Add(owner);
        }
    }
}
