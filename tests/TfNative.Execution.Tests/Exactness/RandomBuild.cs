using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Exactness;

/// <summary>
/// A build that grows and changes at random: sources and headers that include each other, generated headers, links.
/// After every edit the incremental build must leave the files that a clean build makes, fail where it fails, and run
/// exactly the actions that the model says.
/// </summary>
internal sealed class RandomBuild
{
    private readonly Random _random;
    private readonly Workspace _ws = new();
    private readonly SourceEdits _sources;
    private readonly List<RandomAction> _actions = [];
    private readonly StalenessModel _model = new();
    private readonly List<string> _history = [];
    private int _names;

    public RandomBuild(int seed)
    {
        _random = new Random(seed);
        _sources = new SourceEdits(_random);
        for (int i = 0; i < 4; i++)
        {
            _sources.AddHeader();
            AddAction();
        }
    }

    public void EditAndCompare()
    {
        for (int edits = _random.Next(1, 4); edits > 0; edits--)
            _history.Add(Edit());
        Dictionary<string, string> before = Outputs(_ws.Disk);
        ExecutionResult result = Build(_ws);
        Dictionary<string, string> after = Outputs(_ws.Disk);

        List<string> ran = [.. _ws.Status.Finished.Select(f => f.Action.PrimaryOutput.ExecPath).Order(StringComparer.Ordinal)];
        HashSet<string> failed = [.. result.Failures.Select(f => f.Action.PrimaryOutput.ExecPath)];
        List<string> expected = _model.Expected(_actions, _sources.Files, before, after, failed);
        Check(expected.SequenceEqual(ran), $"expected to run: {string.Join(' ', expected)}; ran: {Reasons()}");

        var clean = new Workspace();
        _sources.Write(clean.Disk);
        ExecutionResult cleanResult = Build(clean);
        HashSet<string> cleanFailed = [.. cleanResult.Failures.Select(f => f.Action.PrimaryOutput.ExecPath)];
        Check(result.Outcome == cleanResult.Outcome && cleanFailed.SetEquals(failed), "other failures than a clean build's");
        if (result.Succeeded)
            Check(Outputs(clean.Disk).OrderBy(o => o.Key).SequenceEqual(after.OrderBy(o => o.Key)), "other outputs than a clean build's");
    }

    private string Edit()
    {
        if (_random.Next(3) > 0)
            return _sources.Edit(_ws.Disk, [.. _actions.Where(a => a.MakesHeader).Select(a => a.Output)]);
        if (_actions.Count == 0)
            AddAction();
        int at = _random.Next(_actions.Count);
        RandomAction action = _actions[at];
        switch (_random.Next(7))
        {
            case 0 when _actions.Count < 14:
                return $"add {AddAction()}";
            case 1 when _actions.Count > 3:
                Remove(action);
                return $"remove {action.Output}";
            case 2:
                _actions[at] = action with { Flag = $"-O{_random.Next(3)}" };
                return $"flag {_actions[at]}";
            case 3:
                _ws.Disk.Delete(action.Output);
                return $"delete {action.Output}";
            case 4 when _ws.Disk.Exists(action.Output):
                _ws.Disk.Write(action.Output, "changed by hand");
                return $"damage {action.Output}";
            case 5 when _ws.Disk.Exists(action.Output):
                _ws.Disk.Touch(action.Output, _random.Next(100));
                return $"touch {action.Output}";
            default:
                _ws.Disk.Now += _random.Next(-400, 2000);
                return $"clock {_ws.Disk.Now}";
        }
    }

    private void Remove(RandomAction action)
    {
        _actions.Remove(action);
        foreach (RandomAction user in _actions.Where(a => a.Inputs.Contains(action.Output)).ToList())
            Remove(user);
    }

    private string AddAction()
    {
        string name = $"out/{_names++}";
        var sources = _sources.Files.Keys.ToList();
        RandomAction action;
        List<string> objects = [.. _actions.Where(a => !a.MakesHeader).Select(a => a.Output)];
        int kind = _random.Next(objects.Count > 1 ? 4 : 3);
        if (kind == 0 && sources.Count > 0)
            action = new RandomAction("/bin/strip", name + ".h", "-s", [sources[_random.Next(sources.Count)]]);
        else if (kind == 3)
            action = new RandomAction("/bin/cat", name + ".lib", "-l", [.. objects.Where(_ => _random.Next(2) == 0).Append(objects[0]).Distinct()]);
        else
            action = new RandomAction("/bin/cc", name + ".o", "-O0", [_sources.AddSource()]);
        _actions.Add(action);
        return action.ToString();
    }

    private ExecutionResult Build(Workspace ws)
    {
        var headers = _actions.Where(a => a.MakesHeader).Select(a => ws.Graph.Output(a.Output)).ToArray();
        foreach (RandomAction action in _actions)
            action.AddTo(ws, headers);
        ws.Request = request => request with { KeepGoing = true };
        if (ws == _ws)
            _sources.Write(ws.Disk);
        return ws.Build();
    }

    private static Dictionary<string, string> Outputs(VirtualDisk disk) =>
        disk.Files.Where(path => path.StartsWith("out/", StringComparison.Ordinal)).ToList().ToDictionary(path => path, disk.Text);

    private string Reasons() => string.Join(", ", _ws.Status.Started.Select(s => $"{s.Action.PrimaryOutput} ({s.Reason})"));

    private void Check(bool condition, string what)
    {
        if (!condition)
            throw new InvalidOperationException($"{what}\nedits:\n{string.Join('\n', _history)}");
    }
}
