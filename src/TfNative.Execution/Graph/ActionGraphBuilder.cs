using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>Collects artifacts and actions into an <see cref="ActionGraph"/>. May be called from several threads.</summary>
public sealed class ActionGraphBuilder
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Artifact> _byPath = [];
    private readonly List<Artifact> _artifacts = [];
    private readonly List<BuildAction> _actions = [];

    /// <summary>The source file at a path, one object for each path.</summary>
    /// <param name="execPath">'/'-separated, relative to the execution root, or absolute for a file of the system.</param>
    /// <param name="kind">Directory when everything below it counts.</param>
    /// <exception cref="ExecutionException">TFN3002: the path is declared as an output.</exception>
    public Artifact Source(string execPath, ArtifactKind kind = ArtifactKind.File) => Intern(execPath, kind, isOutput: false);

    /// <summary>The artifact that some action, added before or after, makes at a path.</summary>
    /// <param name="execPath">'/'-separated and relative to the execution root.</param>
    /// <param name="kind">What the action makes there.</param>
    /// <exception cref="ExecutionException">TFN3002: the path is in use as a source file.</exception>
    public Artifact Output(string execPath, ArtifactKind kind = ArtifactKind.File)
    {
        if (execPath.StartsWith('/'))
            throw new ArgumentException($"an output is relative to the execution root: {execPath}");
        return Intern(execPath, kind, isOutput: true);
    }

    /// <summary>The artifact at a path, if there is one yet.</summary>
    public Artifact? Find(string execPath)
    {
        lock (_lock)
            return _byPath.GetValueOrDefault(execPath);
    }

    /// <summary>What was added so far.</summary>
    public IReadOnlyList<BuildAction> Actions
    {
        get
        {
            lock (_lock)
                return [.. _actions];
        }
    }

    /// <exception cref="ExecutionException">TFN3001: an output is made by another action already; TFN3005: the action
    /// does not hang together.</exception>
    public void Add(BuildAction action)
    {
        ActionValidation.Check(action);
        lock (_lock)
        {
            foreach (Artifact output in action.Outputs)
            {
                if (output.Generator is { } other)
                    throw ExecutionErrors.OutputConflict(output, other, action);
            }

            foreach (Artifact output in action.Outputs)
                output.Generator = action;
            action.Index = _actions.Count;
            _actions.Add(action);
        }
    }

    /// <summary>Puts other actions, which together make the same, in the place of one that was added.</summary>
    public void Replace(BuildAction action, IEnumerable<BuildAction> by)
    {
        lock (_lock)
        {
            foreach (Artifact output in action.Outputs)
                output.Generator = null;
            // The list stays dense: the last action moves to the place of the one that goes.
            BuildAction last = _actions[^1];
            _actions[action.Index] = last;
            last.Index = action.Index;
            _actions.RemoveAt(_actions.Count - 1);
            action.Index = -1;
        }

        foreach (BuildAction replacement in by)
            Add(replacement);
    }

    /// <summary>The graph of all that was added.</summary>
    /// <param name="wanted">What the build is for.</param>
    /// <exception cref="ExecutionException">TFN3003: no action makes a needed output; TFN3004: a cycle.</exception>
    public ActionGraph Build(IEnumerable<Artifact> wanted)
    {
        lock (_lock)
        {
            var graph = new ActionGraph([.. _actions], [.. wanted.Distinct()], [.. _artifacts]);
            ActionOrder.Of(graph, graph.Wanted);
            return graph;
        }
    }

    private Artifact Intern(string execPath, ArtifactKind kind, bool isOutput)
    {
        if (execPath.Length == 0 || execPath.Contains('\\') || execPath.EndsWith('/') || execPath.Contains('\0'))
            throw new ArgumentException($"not an exec path: '{execPath}'");
        lock (_lock)
        {
            if (_byPath.TryGetValue(execPath, out Artifact? artifact))
                return artifact.IsOutput == isOutput ? artifact : throw ExecutionErrors.SourceIsOutput(execPath);
            artifact = new Artifact(execPath, kind, isOutput, _artifacts.Count);
            _artifacts.Add(artifact);
            _byPath.Add(execPath, artifact);
            return artifact;
        }
    }
}
