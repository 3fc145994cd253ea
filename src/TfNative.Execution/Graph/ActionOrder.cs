using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// The actions that some artifacts need, each after those that it needs itself. A set that thousands of actions
/// share is walked once, so the cost is that of the graph as it is stored and not of the sets flattened.
/// </summary>
internal static class ActionOrder
{
    /// <exception cref="ExecutionException">TFN3003: no action makes a needed output; TFN3004: a cycle.</exception>
    public static List<BuildAction> Of(ActionGraph graph, ImmutableArray<Artifact> wanted)
    {
        var walk = new Walk(graph.Actions.Length);
        foreach (Artifact artifact in wanted)
            walk.Visit(artifact, "the build");
        return walk.Order;
    }

    /// <summary>Depth first with a stack of its own: a chain of actions may be longer than a thread's stack.</summary>
    private sealed class Walk(int actions)
    {
        private readonly Mark[] _marks = new Mark[actions];
        private readonly HashSet<ArtifactSet> _sets = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<ArtifactSet> _openSets = new(ReferenceEqualityComparer.Instance);
        private readonly Stack<Frame> _stack = [];

        private enum Mark : byte
        {
            None,
            Open,
            Done,
        }

        public List<BuildAction> Order { get; } = [];

        public void Visit(Artifact wanted, string wantedBy)
        {
            Enter(wanted, wantedBy);
            while (_stack.TryPeek(out Frame? frame))
            {
                if (frame.MoveNext())
                {
                    if (frame.Set is { } set)
                        Enter(set);
                    else
                        Enter(frame.Artifact!, frame.Action is { } action ? action.ToString() : wantedBy);
                    continue;
                }

                _stack.Pop();
                if (frame.Action is { } done)
                {
                    _marks[done.Index] = Mark.Done;
                    Order.Add(done);
                }
                else
                {
                    _openSets.Remove(frame.OfSet!);
                }
            }
        }

        private void Enter(Artifact artifact, string wantedBy)
        {
            if (artifact.Generator is not { } action)
            {
                if (artifact.IsOutput)
                    throw ExecutionErrors.NoGenerator(artifact, wantedBy);
                return;
            }

            if (_marks[action.Index] == Mark.Open)
                throw ExecutionErrors.Cycle(Cycle(frame => frame.Action == action));
            if (_marks[action.Index] != Mark.None)
                return;
            _marks[action.Index] = Mark.Open;
            _stack.Push(new Frame(action));
        }

        private void Enter(ArtifactSet set)
        {
            if (_sets.Add(set))
            {
                _openSets.Add(set);
                _stack.Push(new Frame(set));
                return;
            }

            if (_openSets.Contains(set))
                throw ExecutionErrors.Cycle(Cycle(frame => frame.OfSet == set));
        }

        /// <summary>The open actions from where the cycle begins, and the first of them again.</summary>
        private List<BuildAction> Cycle(Func<Frame, bool> begin)
        {
            List<BuildAction> path = [.. _stack.Reverse().SkipWhile(frame => !begin(frame)).Select(frame => frame.Action).OfType<BuildAction>()];
            path.Add(path[0]);
            return path;
        }
    }

    /// <summary>An action or a set whose needs are being walked, and how far that went.</summary>
    private sealed class Frame
    {
        private readonly ImmutableArray<Artifact> _inputs;
        private readonly ImmutableArray<Artifact> _tools = [];
        private readonly ImmutableArray<ArtifactSet> _sets;
        private int _next;

        public Frame(BuildAction action)
        {
            Action = action;
            _inputs = action.Inputs;
            _sets = action.InputSets;
            if (action is SpawnAction spawn)
                _tools = spawn.Tools;
        }

        public Frame(ArtifactSet set)
        {
            OfSet = set;
            _inputs = set.Direct;
            _sets = set.Transitive;
        }

        public BuildAction? Action { get; }

        public ArtifactSet? OfSet { get; }

        /// <summary>What was come to: an artifact or a set.</summary>
        public Artifact? Artifact { get; private set; }

        public ArtifactSet? Set { get; private set; }

        public bool MoveNext()
        {
            int at = _next++;
            (Artifact, Set) = (null, null);
            if (at < _inputs.Length)
                Artifact = _inputs[at];
            else if ((at -= _inputs.Length) < _tools.Length)
                Artifact = _tools[at];
            else if ((at -= _tools.Length) < _sets.Length)
                Set = _sets[at];
            else
                return false;
            return true;
        }
    }
}
