using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TfNative.Execution;

/// <summary>Makes a graph of the bytes that <see cref="ActionGraphWriter"/> wrote.</summary>
internal sealed class ActionGraphReader
{
    private readonly GraphBytesReader _bytes;
    private readonly Artifact[] _artifacts;
    private readonly ActionEnvironment[] _environments;
    private readonly StoredSegments _segments;
    private readonly ArtifactSet[] _sets;

    private ActionGraphReader(GraphBytesReader bytes)
    {
        _bytes = bytes;
        int index = 0;
        _artifacts = bytes.List(() =>
        {
            string path = bytes.String();
            int flags = bytes.Count();
            return new Artifact(path, (ArtifactKind)(flags & 3), (flags & 4) != 0, index++);
        });
        _environments = bytes.List(() => new ActionEnvironment(bytes.List(bytes.String)));
        _segments = new StoredSegments(bytes);
        _sets = new ArtifactSet[bytes.Count()];
        for (int i = 0; i < _sets.Length; i++)
            _sets[i] = ArtifactSet.Create(Artifacts(), Sets());
    }

    public static ActionGraph Read(byte[] bytes, int start)
    {
        var reader = new ActionGraphReader(new GraphBytesReader(bytes, start));
        int index = 0;
        BuildAction[] actions = reader._bytes.List(() => reader.Action(index++));
        return new ActionGraph(
            ImmutableCollectionsMarshal.AsImmutableArray(actions),
            reader.Artifacts(),
            ImmutableCollectionsMarshal.AsImmutableArray(reader._artifacts));
    }

    private ImmutableArray<Artifact> Artifacts() =>
        ImmutableCollectionsMarshal.AsImmutableArray(_bytes.List(() => _artifacts[_bytes.Count()]));

    private ImmutableArray<ArtifactSet> Sets() =>
        ImmutableCollectionsMarshal.AsImmutableArray(_bytes.List(() => _sets[_bytes.Count()]));

    private BuildAction Action(int index)
    {
        var kind = (ActionKind)_bytes.Number();
        var head = new Head(
            _bytes.Digest(), _bytes.String(), _bytes.String(), _bytes.String(), Artifacts(), Sets(), Artifacts());
        BuildAction action = kind switch
        {
            ActionKind.Spawn => Spawn(head),
            ActionKind.WriteFile => WriteFile(head),
            ActionKind.WriteArguments => new WriteArgumentsAction
            {
                Mnemonic = head.Mnemonic,
                Owner = head.Owner,
                Description = head.Description,
                Inputs = head.Inputs,
                InputSets = head.InputSets,
                Outputs = head.Outputs,
                Arguments = new StoredCommandLine(_segments, _bytes.List(_bytes.Count)),
                Directories = StoredDirectories.Read(_bytes),
                Format = (ParamFileFormat)_bytes.Number(),
                IsExecutable = _bytes.Number() != 0,
            },
            ActionKind.ExpandTemplate => ExpandTemplate(head),
            ActionKind.Symlink => new SymlinkAction
            {
                Mnemonic = head.Mnemonic,
                Owner = head.Owner,
                Description = head.Description,
                Inputs = head.Inputs,
                InputSets = head.InputSets,
                Outputs = head.Outputs,
                TargetPath = _bytes.Optional(),
            },
            ActionKind.SymlinkTree => new SymlinkTreeAction
            {
                Mnemonic = head.Mnemonic,
                Owner = head.Owner,
                Description = head.Description,
                Inputs = head.Inputs,
                InputSets = head.InputSets,
                Outputs = head.Outputs,
                Entries = Pairs(_bytes.Optional),
                Manifest = _bytes.Optional(),
            },
            ActionKind.Copy => new CopyAction
            {
                Mnemonic = head.Mnemonic,
                Owner = head.Owner,
                Description = head.Description,
                Inputs = head.Inputs,
                InputSets = head.InputSets,
                Outputs = head.Outputs,
            },
            _ => throw new InvalidDataException($"no kind of action: {kind}"),
        };
        action.Index = index;
        action.Digest = head.Digest;
        foreach (Artifact output in action.Outputs)
            output.Generator = action;
        return action;
    }

    private SpawnAction Spawn(Head head)
    {
        var commandLine = new StoredCommandLine(_segments, _bytes.List(_bytes.Count));
        ImmutableArray<DirectoryArguments> directories = StoredDirectories.Read(_bytes);
        ActionEnvironment environment = _environments[_bytes.Count()];
        ImmutableArray<Artifact> tools = Artifacts();
        ParamFile[] paramFiles = _bytes.List(() =>
            new ParamFile(_bytes.String(), _bytes.Count(), _bytes.Count(), (ParamFileFormat)_bytes.Number(), _bytes.String()));
        string? depfile = _bytes.Optional();
        bool discovers = _bytes.Number() != 0;
        string? pool = _bytes.Optional();
        int depth = _bytes.Count();
        var resources = new ActionResources(_bytes.Number(), TimeSpan.FromTicks(_bytes.Number()));
        long timeout = _bytes.Number();
        return new SpawnAction
        {
            Mnemonic = head.Mnemonic,
            Owner = head.Owner,
            Description = head.Description,
            Inputs = head.Inputs,
            InputSets = head.InputSets,
            Outputs = head.Outputs,
            CommandLine = commandLine,
            Directories = directories,
            Environment = environment,
            Tools = tools,
            ParamFiles = [.. paramFiles],
            Depfile = depfile,
            DiscoversInputs = discovers,
            Pool = pool is null ? null : new ActionPool(pool, depth),
            Resources = resources,
            Timeout = timeout == 0 ? null : TimeSpan.FromTicks(timeout),
        };
    }

    private WriteFileAction WriteFile(Head head)
    {
        bool executable = _bytes.Number() != 0;
        ReadOnlyMemory<byte> content = _bytes.Blob();
        return new WriteFileAction
        {
            Mnemonic = head.Mnemonic,
            Owner = head.Owner,
            Description = head.Description,
            Inputs = head.Inputs,
            InputSets = head.InputSets,
            Outputs = head.Outputs,
            IsExecutable = executable,
            Content = () => content,
        };
    }

    private ExpandTemplateAction ExpandTemplate(Head head)
    {
        bool executable = _bytes.Number() != 0;
        KeyValuePair<string, string>[] substitutions = Pairs(_bytes.String);
        return new ExpandTemplateAction
        {
            Mnemonic = head.Mnemonic,
            Owner = head.Owner,
            Description = head.Description,
            Inputs = head.Inputs,
            InputSets = head.InputSets,
            Outputs = head.Outputs,
            IsExecutable = executable,
            Substitutions = substitutions,
        };
    }

    private KeyValuePair<string, T>[] Pairs<T>(Func<T> value)
    {
        var pairs = new KeyValuePair<string, T>[_bytes.Count()];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = KeyValuePair.Create(_bytes.String(), value());
        return pairs;
    }

    /// <summary>What all kinds of action have.</summary>
    private readonly record struct Head(
        Hash128 Digest,
        string Mnemonic,
        string Owner,
        string Description,
        ImmutableArray<Artifact> Inputs,
        ImmutableArray<ArtifactSet> InputSets,
        ImmutableArray<Artifact> Outputs);
}
