using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Scheduling;

public class SchedulingTests
{
    private static SpawnAction Action(ActionGraphBuilder graph, string name, ActionPool? pool = null, long memory = 0, params string[] inputs)
    {
        var action = new SpawnAction
        {
            Mnemonic = "M",
            CommandLine = CommandLine.Of(name),
            Inputs = [.. inputs.Select(input => graph.Output(input))],
            Outputs = [graph.Output(name)],
            Pool = pool,
            Resources = new ActionResources(memory),
        };
        graph.Add(action);
        return action;
    }

    private static (Scheduler Scheduler, BuildPlan Plan) Start(
        IEnumerable<BuildAction> actions, Func<BuildAction, double> seconds, MemoryGate? memory = null)
    {
        BuildPlan plan = BuildPlan.Make(actions, _ => true, seconds);
        return (new Scheduler(plan, memory ?? Gate(1L << 40)), plan);
    }

    private static MemoryGate Gate(long available) =>
        new(new MemoryPolicy(available, 0, 0), new PlentyOfMemory(), action => ((SpawnAction)action).Resources.MemoryBytes);

    /// <summary>Takes steps until something is to run, answering every check with "stale".</summary>
    private static PlanNode? Next(Scheduler scheduler)
    {
        while (scheduler.Take() is { } step)
        {
            if (step.IsRun)
                return step.Node;
            scheduler.Checked(step.Node, new StaleReason(StaleKind.NeverBuilt));
        }

        return null;
    }

    [Fact]
    public void The_head_of_the_longest_chain_runs_first()
    {
        var graph = new ActionGraphBuilder();
        SpawnAction shortOne = Action(graph, "short");
        SpawnAction head = Action(graph, "head");
        SpawnAction tail = Action(graph, "tail", inputs: "head");
        var seconds = new Dictionary<BuildAction, double> { [shortOne] = 5, [head] = 1, [tail] = 10 };
        (Scheduler scheduler, _) = Start([shortOne, head, tail], action => seconds[action]);
        Assert.Same(head, Next(scheduler)!.Action);
        Assert.Same(shortOne, Next(scheduler)!.Action);
    }

    [Fact]
    public void A_pool_limits_its_own_actions_and_no_others()
    {
        var graph = new ActionGraphBuilder();
        var pool = new ActionPool("link", 1);
        SpawnAction[] actions = [Action(graph, "link1", pool), Action(graph, "link2", pool), Action(graph, "compile")];
        (Scheduler scheduler, _) = Start(actions, action => action == actions[2] ? 1 : 10);
        PlanNode first = Next(scheduler)!;
        Assert.Same(actions[0], first.Action);
        Assert.Same(actions[2], Next(scheduler)!.Action);
        scheduler.Ended(first, succeeded: true);
        Assert.Same(actions[1], Next(scheduler)!.Action);
    }

    [Fact]
    public void What_does_not_fit_into_memory_waits_while_something_smaller_runs()
    {
        var graph = new ActionGraphBuilder();
        SpawnAction[] actions =
            [Action(graph, "big1", memory: 600), Action(graph, "big2", memory: 600), Action(graph, "small", memory: 100)];
        (Scheduler scheduler, _) = Start(actions, _ => 1, Gate(1000));
        PlanNode big = Next(scheduler)!;
        Assert.Same(actions[0], big.Action);
        Assert.Same(actions[2], Next(scheduler)!.Action);
        scheduler.Ended(big, succeeded: true);
        Assert.Same(actions[1], Next(scheduler)!.Action);
    }

    [Fact]
    public void What_never_fits_runs_alone()
    {
        var graph = new ActionGraphBuilder();
        (Scheduler scheduler, _) = Start([Action(graph, "huge", memory: 5000)], _ => 1, Gate(1000));
        Assert.NotNull(Next(scheduler));
    }

    [Fact]
    public void What_needs_a_failed_action_is_never_handed_out()
    {
        var graph = new ActionGraphBuilder();
        SpawnAction[] actions = [Action(graph, "a"), Action(graph, "b", inputs: "a")];
        (Scheduler scheduler, _) = Start(actions, _ => 1);
        scheduler.Ended(Next(scheduler)!, succeeded: false);
        Assert.Null(Next(scheduler));
    }

    [Fact]
    public void Users_of_a_set_wait_for_all_that_is_in_it()
    {
        var graph = new ActionGraphBuilder();
        SpawnAction[] makers = [Action(graph, "a"), Action(graph, "b")];
        ArtifactSet inner = ArtifactSet.Create([graph.Output("a"), graph.Source("x")]);
        ArtifactSet outer = ArtifactSet.Create([graph.Output("b")], inner);
        var user = new SpawnAction { Mnemonic = "M", CommandLine = CommandLine.Of("u"), InputSets = [outer], Outputs = [graph.Output("u")] };
        graph.Add(user);
        (Scheduler scheduler, BuildPlan plan) = Start([.. makers, user], _ => 1);
        Assert.Equal(3, plan.ActionCount);
        PlanNode first = Next(scheduler)!;
        PlanNode second = Next(scheduler)!;
        scheduler.Ended(first, succeeded: true);
        scheduler.Ended(second, succeeded: true);
        PlanNode last = Next(scheduler)!;
        Assert.Same(user, last.Action);
        Assert.NotNull(last.LastAwaited);
    }

    [Fact]
    public void Cgroups_of_both_versions_limit_memory()
    {
        string mount = Directory.CreateTempSubdirectory("tfnative-cgroup-").FullName;
        try
        {
            Directory.CreateDirectory($"{mount}/a/b");
            File.WriteAllText($"{mount}/a/memory.max", "1000000\n");
            File.WriteAllText($"{mount}/a/memory.current", "400000\n");
            File.WriteAllText($"{mount}/a/memory.stat", "anon 1\ninactive_file 50000\n");
            File.WriteAllText($"{mount}/a/b/memory.max", "max\n");
            Assert.Equal(650_000, new MachineMemory(() => ["0::/a/b"], mount).AvailableBytes());

            Directory.CreateDirectory($"{mount}/memory/c");
            File.WriteAllText($"{mount}/memory/c/memory.limit_in_bytes", "500000");
            File.WriteAllText($"{mount}/memory/c/memory.usage_in_bytes", "100000");
            Assert.Equal(400_000, new MachineMemory(() => ["5:cpu,memory:/c"], mount).AvailableBytes());
        }
        finally
        {
            Directory.Delete(mount, recursive: true);
        }
    }
}
