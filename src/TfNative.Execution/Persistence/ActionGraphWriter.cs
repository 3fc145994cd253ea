using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// A graph as bytes: artifacts, environments, pools, segments of command lines, sets, actions, wanted artifacts. What is
/// shared is written once and referred to by its place; sets stand after those that they contain.
/// </summary>
internal sealed class ActionGraphWriter
{
    private readonly GraphBytes _bytes = new();
    private readonly Dictionary<ActionEnvironment, int> _environments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string[], int> _segments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ArtifactSet, int> _sets = new(ReferenceEqualityComparer.Instance);

    private ActionGraphWriter()
    {
    }

    public static byte[] Write(ActionGraph graph)
    {
        var writer = new ActionGraphWriter();
        writer.Graph(graph);
        return writer._bytes.ToArray();
    }

    private void Graph(ActionGraph graph)
    {
        _bytes.List(graph.Artifacts, artifact =>
        {
            _bytes.String(artifact.ExecPath);
            _bytes.Number((artifact.IsOutput ? 4 : 0) | (int)artifact.Kind);
        });
        var spawns = graph.Actions.OfType<SpawnAction>().ToList();
        Shared(_environments, spawns.Select(spawn => spawn.Environment), environment =>
            _bytes.List([.. environment.Variables.SelectMany(v => new[] { v.Key, v.Value })], _bytes.String));
        Shared(_segments, graph.Actions.SelectMany(Segments), segment => _bytes.List(segment, _bytes.String));
        Sets(graph);
        _bytes.List(graph.Actions, Action);
        Artifacts(graph.Wanted);
    }

    private void Shared<T>(Dictionary<T, int> places, IEnumerable<T> items, Action<T> write)
        where T : notnull
    {
        foreach (T item in items)
            places.TryAdd(item, places.Count);
        _bytes.List(places.Keys, write);
    }

    private void Sets(ActionGraph graph)
    {
        var order = new List<ArtifactSet>();
        var stack = new Stack<ArtifactSet>(graph.Actions.SelectMany(action => action.InputSets).Reverse());
        while (stack.TryPeek(out ArtifactSet? set))
        {
            int depth = stack.Count;
            foreach (ArtifactSet part in set.Transitive)
            {
                if (!_sets.ContainsKey(part))
                    stack.Push(part);
            }

            if (stack.Count > depth)
                continue;
            stack.Pop();
            if (_sets.TryAdd(set, order.Count))
                order.Add(set);
        }

        _bytes.List(order, set =>
        {
            Artifacts(set.Direct);
            _bytes.List(set.Transitive, part => _bytes.Number(_sets[part]));
        });
    }

    private void Artifacts(IReadOnlyCollection<Artifact> artifacts) =>
        _bytes.List(artifacts, artifact => _bytes.Number(artifact.Index));

    private void Action(BuildAction action)
    {
        _bytes.Number((int)KindOf(action));
        _bytes.Digest(action.Digest);
        _bytes.String(action.Mnemonic);
        _bytes.String(action.Owner);
        _bytes.String(action.Description);
        Artifacts(action.Inputs);
        _bytes.List(action.InputSets, set => _bytes.Number(_sets[set]));
        Artifacts(action.Outputs);
        switch (action)
        {
            case SpawnAction spawn:
                Spawn(spawn);
                break;
            case WriteFileAction write:
                _bytes.Number(write.IsExecutable ? 1 : 0);
                _bytes.Blob(write.Content().Span);
                break;
            case WriteArgumentsAction write:
                Words(write.Arguments, write.Directories);
                _bytes.Number((int)write.Format);
                _bytes.Number(write.IsExecutable ? 1 : 0);
                break;
            case ExpandTemplateAction expand:
                _bytes.Number(expand.IsExecutable ? 1 : 0);
                _bytes.List(expand.Substitutions, substitution =>
                {
                    _bytes.String(substitution.Key);
                    _bytes.String(substitution.Value);
                });
                break;
            case SymlinkAction link:
                _bytes.Optional(link.TargetPath);
                break;
            case SymlinkTreeAction tree:
                _bytes.List(tree.Entries, entry =>
                {
                    _bytes.String(entry.Key);
                    _bytes.Optional(entry.Value);
                });
                _bytes.Optional(tree.Manifest);
                break;
            default:
                break;
        }
    }

    private void Words(CommandLine commandLine, ImmutableArray<DirectoryArguments> directories)
    {
        _bytes.List(commandLine.Segments, segment => _bytes.Number(_segments[segment]));
        StoredDirectories.Write(_bytes, directories);
    }

    private void Spawn(SpawnAction spawn)
    {
        Words(spawn.CommandLine, spawn.Directories);
        _bytes.Number(_environments[spawn.Environment]);
        Artifacts(spawn.Tools);
        _bytes.List(spawn.ParamFiles, file =>
        {
            _bytes.String(file.ExecPath);
            _bytes.Number(file.First);
            _bytes.Number(file.Count);
            _bytes.Number((int)file.Format);
            _bytes.String(file.Flag);
        });
        _bytes.Optional(spawn.Depfile);
        _bytes.Number(spawn.DiscoversInputs ? 1 : 0);
        _bytes.Optional(spawn.Pool?.Name);
        _bytes.Number(spawn.Pool?.Depth ?? 0);
        _bytes.Number(spawn.Resources.MemoryBytes);
        _bytes.Number(spawn.Resources.Duration.Ticks);
        _bytes.Number(spawn.Timeout?.Ticks ?? 0);
    }

    private static IEnumerable<string[]> Segments(BuildAction action) => action switch
    {
        SpawnAction spawn => spawn.CommandLine.Segments,
        WriteArgumentsAction write => write.Arguments.Segments,
        _ => [],
    };

    private static ActionKind KindOf(BuildAction action) => action switch
    {
        SpawnAction => ActionKind.Spawn,
        WriteFileAction => ActionKind.WriteFile,
        ExpandTemplateAction => ActionKind.ExpandTemplate,
        SymlinkAction => ActionKind.Symlink,
        CopyAction => ActionKind.Copy,
        SymlinkTreeAction => ActionKind.SymlinkTree,
        WriteArgumentsAction => ActionKind.WriteArguments,
        _ => throw new InvalidOperationException(action.GetType().Name),
    };
}
