namespace TfNative.Execution.Tests.Reporting;

public class ReportModelTests
{
    private readonly ReportModel _model = new GeneratedBuild(100).Model();

    [Fact]
    public void A_header_costs_the_time_of_all_compiles_whose_depfiles_name_it()
    {
        TimeSpan all = TimeSpan.FromTicks(_model.Actions.Where(a => a.Action.Mnemonic == "CppCompile").Sum(a => a.Usage!.Value.Duration.Ticks));
        HeaderCost common = _model.Headers.Single(header => header.Path == "src/lib0/common.h");
        Assert.Equal((all, 100), (common.Time, common.Compiles));
        HeaderCost own = _model.Headers.Single(header => header.Path == "src/lib2/own.h");
        Assert.Equal(20, own.Compiles);
        Assert.Equal(_model.Headers.OrderByDescending(header => header.Time), _model.Headers);
    }

    [Fact]
    public void The_share_of_headers_in_what_compilers_read_is_that_of_their_bytes()
    {
        // Three headers with each source.
        Assert.Equal(9.0 / 10, _model.HeaderShare!.Value, 6);
    }

    [Fact]
    public void Runs_carry_what_the_trace_says_of_them()
    {
        Assert.Equal(101, _model.Runs.Count);
        (int action, TracedRun run, bool critical) = _model.Runs.Single(r => r.Run.Output == "out/3.o");
        Assert.Equal("Compiling src/lib0/file3.cc", _model.Actions[action].Action.Description);
        Assert.Equal(9000, run.Duration);
        Assert.True(critical);
        Assert.Equal(2, _model.Runs.Count(r => r.IsCritical));
        Assert.False(_model.Runs.Single(r => r.Run.Output == "out/5.o").Run.Succeeded);
        Assert.Equal(50, _model.Runs.Count(r => r.Run.Launch == LaunchResult.CacheHit));
    }

    [Fact]
    public void Packages_need_those_whose_files_they_make_use_of_and_whose_headers_they_include()
    {
        TargetGraph graph = _model.Targets;
        IEnumerable<(string, string)> edges = graph.PackageEdges.Select(edge => (graph.Packages[edge.From], graph.Packages[edge.To]));
        // The link needs all; but lib1 and lib2 include a header of lib0, so that an edge to it would say nothing new.
        Assert.Equal([("//app", "//src/lib1"), ("//app", "//src/lib2"), ("//src/lib1", "//src/lib0"), ("//src/lib2", "//src/lib0")], edges.Order());
        int app = graph.Targets.ToList().IndexOf("//app:app");
        Assert.Equal(10, graph.TargetEdges.Count(edge => edge.From == app));
    }

    [Fact]
    public void A_log_without_a_trace_still_gives_times()
    {
        var build = new GeneratedBuild(10);
        var model = ReportModel.Make(build.Graph, build.Log, TraceFile.Read(build.Trace.AsMemory(0, build.Trace.Length / 2)));
        Assert.Empty(model.Runs);
        Assert.All(model.Actions, action => Assert.NotNull(action.Usage));
    }

    [Fact]
    public void A_graph_that_never_ran_gives_a_report_without_times()
    {
        var model = ReportModel.Make(new GeneratedBuild(10).Graph, [], TraceFile.Empty);
        Assert.Equal(11, model.Actions.Count);
        Assert.All(model.Actions, action => Assert.Null(action.Usage));
        Assert.Empty(model.Headers);
        Assert.Null(model.HeaderShare);
    }
}
