using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

public class RequestTests
{
    private readonly Workspace _ws = new();

    public RequestTests()
    {
        _ws.Source("src/a.cc", "a\n");
        _ws.Disk.Write("/bin/ccache", "ccache", executable: true);
    }

    private ExecutionResult Build()
    {
        Artifact a = _ws.Compile("src/a.cc", "out/a.o");
        _ws.Run("/bin/cat", "out/lib", a.ExecPath);
        return _ws.Build();
    }

    [Fact]
    public void Passed_variables_are_seen_but_do_not_count()
    {
        _ws.Request = request => request with { PassedEnvironment = ActionEnvironment.Of(("TMPDIR", "/tmp/x")) };
        Build();
        Assert.Contains("TMPDIR=/tmp/x", _ws.Commands.Commands[0].Environment);
        _ws.Request = request => request;
        Assert.Equal(0, Build().Summary.Ran);
    }

    [Fact]
    public void Cores_are_asked_for_only_when_something_runs_and_given_back()
    {
        var broker = new Broker();
        _ws.Request = request => request with { CoreBroker = broker, Jobs = 4 };
        Build();
        Assert.Equal([4, -1], broker.Calls);
        Build();
        Assert.Equal(2, broker.Calls.Count);
    }

    [Fact]
    public void Cores_that_others_give_back_are_taken_during_the_build()
    {
        var broker = new Broker();
        var share = new CoreShare(broker, 4, TimeSpan.Zero);
        Assert.Equal(1, share.Acquire());
        Assert.Null(share.Renew());
        broker.Free = 3;
        Assert.Equal(3, share.Renew());
        broker.Free = 4;
        Assert.Equal(4, share.Renew());
        Assert.Null(share.Renew());
        share.Release();
        Assert.Equal([4, -1, 4, -1, 4, -3, 4, -4, 4, -4], broker.Calls);
        Assert.Null(share.Renew());
    }

    [Fact]
    public void A_build_that_has_all_cores_makes_room_for_others()
    {
        var broker = new Broker { Free = 4 };
        var share = new CoreShare(broker, 4, TimeSpan.Zero);
        Assert.Equal(4, share.Acquire());
        broker.Free = 2;
        Assert.Equal(2, share.Renew());
        Assert.Null(new CoreShare(broker, 1, TimeSpan.Zero).Renew());
    }

    [Fact]
    public void Progress_counts_what_is_done_and_what_is_to_come()
    {
        Build();
        Assert.Equal([1, 2], _ws.Status.Finished.Select(f => f.Progress.Done));
        Assert.All(_ws.Status.Started, s => Assert.Equal(2, s.Progress.Total));
        Assert.Same(_ws.Status.Started[0].Action, Assert.Single(_ws.Status.Started[0].Progress.Running));
        Assert.Null(_ws.Status.Started[0].Progress.Remaining);
        Assert.Equal(TimeSpan.Zero, _ws.Status.Finished[1].Progress.Remaining);
    }

    [Fact]
    public void Without_network_programs_run_in_a_namespace_of_their_own()
    {
        _ws.Disk.CreateDirectory("/usr/bin");
        _ws.Disk.Write("/usr/bin/unshare", "", executable: true);
        _ws.Commands.Instead = command => command.Arguments[^1] == "/bin/true" ? FakeCommands.Exit(1, "unshare: Operation not permitted\n") : null;
        _ws.Request = request => request with { WithoutNetwork = true };
        var error = Assert.Throws<ExecutionException>(Build);
        Assert.Equal("TFN3007", error.Code);
        Assert.Contains("unshare: Operation not permitted", error.Message);

        _ws.Commands.Instead = _ => FakeCommands.Exit(0);
        Build();
        Assert.StartsWith("/usr/bin/unshare --user --map-current-user --net -- /bin/cc -O2 -o out/a.o", _ws.Commands.Ran[^1]);
    }

    private sealed class Broker : ICoreBroker
    {
        public List<int> Calls { get; } = [];

        public int Free { get; set; } = 1;

        public int RequestCores(int wanted)
        {
            Calls.Add(wanted);
            return Free;
        }

        public void ReleaseCores(int count) => Calls.Add(-count);
    }
}
