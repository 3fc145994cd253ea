using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

public class CompilerLauncherTests
{
    private readonly Workspace _workspace = new();

    public CompilerLauncherTests()
    {
        _workspace.Disk.CreateDirectory("/tools");
        _workspace.Source("src/a.cc", "int a;\n");
        _workspace.Source("src/b.cc", "int b;\n");
        foreach (string launcher in (string[])["ccache", "sccache", "distcc", "icecc", "other"])
        {
            _workspace.Disk.Write($"/tools/{launcher}", launcher, executable: true);
            _workspace.Commands.Launchers.Add(launcher);
        }
    }

    [Fact]
    public void A_launcher_is_put_before_compiles_and_its_path_is_searched_in_the_callers_PATH()
    {
        Use("other");
        BuildOne();

        Command command = Assert.Single(_workspace.Commands.Commands);
        Assert.Equal("/tools/other", command.Program);
        Assert.Equal(["other", "/bin/cc"], command.Arguments.Take(2));
    }

    [Fact]
    public void Arguments_of_the_launcher_stand_before_the_compiler()
    {
        _workspace.Commands.Instead = _ => FakeCommands.Exit(1);
        Use("other;--quiet");
        BuildOne();

        Assert.Equal(["other", "--quiet", "/bin/cc"], _workspace.Commands.Commands[0].Arguments.Take(3));
    }

    [Fact]
    public void A_launcher_that_is_put_before_or_taken_away_makes_nothing_stale()
    {
        BuildOne();
        Use("ccache");
        Assert.Equal(0, BuildOne().Summary.Ran);
        Use("distcc");
        Assert.Equal(0, BuildOne().Summary.Ran);
    }

    [Fact]
    public void A_changed_launcher_makes_nothing_stale_but_a_changed_compiler_does()
    {
        Use("ccache");
        BuildOne();
        _workspace.Disk.Write("/tools/ccache", "newer", executable: true);
        Assert.Equal(0, BuildOne().Summary.Ran);
        _workspace.Disk.Write("/bin/cc", "newer", executable: true);
        Assert.Equal(1, BuildOne().Summary.Ran);
    }

    [Fact]
    public void Another_cache_folder_makes_nothing_stale()
    {
        Use("ccache", ("CCACHE_DIR", "/one"));
        BuildOne();
        Use("ccache", ("CCACHE_DIR", "/two"));
        Assert.Equal(0, BuildOne().Summary.Ran);
    }

    [Fact]
    public void Ccache_gets_the_execution_root_as_base_folder_and_leaves_the_folder_out_of_its_hash()
    {
        Use("ccache", ("CCACHE_DIR", "/cache"), ("HOME", "/home/me"), ("UNRELATED", "1"));
        BuildOne();

        IReadOnlyList<string> environment = _workspace.Commands.Commands[0].Environment;
        Assert.Contains("CCACHE_BASEDIR=/root", environment);
        Assert.Contains("CCACHE_NOHASHDIR=true", environment);
        Assert.Contains("CCACHE_DIR=/cache", environment);
        Assert.Contains("HOME=/home/me", environment);
        Assert.DoesNotContain("UNRELATED=1", environment);
    }

    [Fact]
    public void A_setting_of_the_user_wins_over_ours()
    {
        Use("ccache", ("CCACHE_BASEDIR", "/mine"));
        BuildOne();

        Assert.Contains("CCACHE_BASEDIR=/mine", _workspace.Commands.Commands[0].Environment);
        Assert.DoesNotContain("CCACHE_BASEDIR=/root", _workspace.Commands.Commands[0].Environment);
    }

    [Fact]
    public void What_is_not_launched_does_not_see_the_launchers_settings()
    {
        Use("ccache", ("HOME", "/home/me"));
        _workspace.Run("/bin/cat", "out/text", "src/a.cc");
        _workspace.Build();

        Command command = Assert.Single(_workspace.Commands.Commands);
        Assert.Equal("/bin/cat", command.Program);
        Assert.Empty(command.Environment);
    }

    [Theory]
    [InlineData("ccache", "src/a.S")]
    [InlineData("distcc", "src/a.s")]
    public void Assembly_is_not_launched(string launcher, string source)
    {
        _workspace.Source(source, "nop\n");
        Use(launcher);
        _workspace.Commands.Instead = command => command.Arguments[^1] == "-j" ? FakeCommands.Exit(0, "3\n") : null;
        Compile(source, "out/a.o");
        _workspace.Build();

        Assert.Equal("/bin/cc", _workspace.Commands.Commands[^1].Program);
    }

    [Theory]
    [InlineData("-x", "c++-header")]
    [InlineData("-include-pch", "src/all.pch")]
    public void Precompiled_headers_are_neither_made_nor_used_through_a_launcher(string flag, string value)
    {
        _workspace.Source("src/all.pch", "compiled\n");
        Use("ccache");
        Compile("src/a.cc", "out/a.o", [flag, value]);
        _workspace.Build();

        Assert.Equal("/bin/cc", Assert.Single(_workspace.Commands.Commands).Program);
    }

    [Fact]
    public void A_header_whose_precompiled_form_is_among_the_target_s_headers_is_not_included_through_a_launcher()
    {
        Use("distcc");
        _workspace.Commands.Instead = command => command.Arguments[^1] == "-j" ? FakeCommands.Exit(0, "3\n") : null;
        _workspace.Source("src/all.h.gch", "compiled\n");
        _workspace.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            CommandLine = CommandLine.Of("/bin/cc", "-c", "src/a.cc", "-include", "src/all.h", "-o", "out/a.o"),
            Inputs = [_workspace.Input("src/a.cc")],
            InputSets = [ArtifactSet.Create([_workspace.Graph.Source("src/all.h.gch")])],
            Outputs = [_workspace.Graph.Output("out/a.o")],
        });
        _workspace.Build();

        Assert.Equal("/bin/cc", _workspace.Commands.Commands[^1].Program);
    }

    [Theory]
    [InlineData("ccache", true)]
    [InlineData("distcc", false)]
    [InlineData("icecc", false)]
    public void A_compile_on_another_machine_gets_its_arguments_without_a_response_file(string launcher, bool responseFile)
    {
        Use(launcher);
        _workspace.Commands.Instead = _ => FakeCommands.Exit(1);
        Compile("src/a.cc", "out/a.o", paramFile: true);
        _workspace.Build();

        Assert.Equal(responseFile, _workspace.Commands.Commands[^1].Arguments.Contains("@out/a.o-0.params"));
        Assert.Equal(!responseFile, _workspace.Commands.Commands[^1].Arguments.Contains("src/a.cc"));
    }

    [Fact]
    public void Sccaches_server_is_started_before_the_first_compile()
    {
        Use("sccache", ("SCCACHE_DIR", "/cache"));
        _workspace.Commands.Instead = command => command.Arguments.Contains("--start-server") ? FakeCommands.Exit(0) : null;
        BuildOne();

        Assert.Equal("sccache --start-server", _workspace.Commands.Ran[0]);
        Assert.Contains("SCCACHE_DIR=/cache", _workspace.Commands.Commands[0].Environment);
        Assert.Equal(2, _workspace.Commands.Ran.Count);
    }

    [Fact]
    public void A_launcher_that_does_not_exist_is_one_error_before_anything_runs()
    {
        Use("missing");
        ExecutionException error = Assert.Throws<ExecutionException>(() => BuildOne());

        Assert.Equal("TFN3041", error.Code);
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.Empty(_workspace.Commands.Ran);
    }

    [Theory]
    [InlineData(" ; ")]
    [InlineData("tools/ccache")]
    public void A_launcher_that_names_nothing_or_a_relative_path_is_an_error(string text) =>
        Assert.Equal("TFN3040", Assert.Throws<ExecutionException>(() => CompilerLauncher.Parse(text, [])).Code);

    [Fact]
    public void A_cache_hit_is_counted_and_does_not_change_what_is_known_of_the_compiles_time()
    {
        BuildOne();
        Use("ccache");
        _workspace.Commands.Instead = Hit;
        ExecutionResult result = BuildOne("-O3");

        Assert.Equal(TimeSpan.FromSeconds(1), LearntCpuTime());
        Assert.Equal(new LaunchCounts(CacheHits: 1, 0, 0, 0), result.Summary.Launches);
        Assert.Equal(LaunchResult.CacheHit, Assert.Single(_workspace.Status.Finished).Launch);
    }

    [Theory]
    [InlineData(CompilerLauncherKind.Ccache, "# a.cc\ndirect_cache_miss\npreprocessed_cache_hit\n", LaunchResult.CacheHit)]
    [InlineData(CompilerLauncherKind.Ccache, "# a.cc\ndirect_cache_miss\npreprocessed_cache_miss\ncache_miss\n", LaunchResult.CacheMiss)]
    [InlineData(CompilerLauncherKind.Ccache, "# a.cc\nunsupported_compiler_option\n", LaunchResult.Unknown)]
    [InlineData(CompilerLauncherKind.Distcc, "distcc[7] cpp a.cc on localhost completed ok\ndistcc[7] compile a.cc on 10.0.0.2/4 completed ok\n", LaunchResult.Remote)]
    [InlineData(CompilerLauncherKind.Distcc, "distcc[7] Warning: failed to distribute a.cc\ndistcc[7] compile a.cc on localhost completed ok\n", LaunchResult.Local)]
    [InlineData(CompilerLauncherKind.Icecc, "ICECC[1] 14:19:08: </wait for cs: 284ms>\n", LaunchResult.Remote)]
    [InlineData(CompilerLauncherKind.Icecc, "ICECC[1] 14:19:08: no local daemon found\n", LaunchResult.Local)]
    [InlineData(CompilerLauncherKind.Icecc, "ICECC[1] x: </wait for cs: 2ms>\nICECC[1] x: local build forced by remote exception: Error 14\n", LaunchResult.Local)]
    [InlineData(CompilerLauncherKind.Other, "direct_cache_hit\n", LaunchResult.Unknown)]
    public void A_launchers_own_words_say_what_it_did(CompilerLauncherKind kind, string text, LaunchResult expected) =>
        Assert.Equal(expected, CompilerLauncherLog.Parse(kind, text));

    /// <summary>What icecc 1.4 wrote when its worker was killed while it compiled, while it sent the object back, and while
    /// it was sent the source.</summary>
    [Theory]
    [InlineData("</wait for cs: 229ms>", "got exception Error 14 - error reading message from remote (10.83.0.2) ")]
    [InlineData("</wait for cs: 12633ms>", "got exception Error 19 - (network failure?) (10.83.0.2) ")]
    [InlineData("</write_fd_to_server from cpp: 29ms>", "got exception Error 15 - write to host failed (10.83.0.2) ")]
    public void What_icecc_compiles_here_after_a_worker_died_is_not_counted_for_the_worker(string waited, string error)
    {
        string[] lines = ["native /tmp/native.tar.gz", "<send compile_file>", "<wait for cs>", waited, error];
        string[] here = ["<building_local>", "</building_local: 2831ms>"];
        Assert.Equal(LaunchResult.Local, Said(lines));
        Assert.Equal(LaunchResult.Local, Said([.. lines, .. here]));
        static LaunchResult Said(string[] lines) => CompilerLauncherLog.Parse(
            CompilerLauncherKind.Icecc, string.Concat(lines.Select(line => $"ICECC[8935] 2026-11-23 22:56:17: {line}\n")));
    }

    /// <summary>A hundredth of what the fake compiler says that it takes.</summary>
    private CommandResult Hit(Command command)
    {
        _workspace.Disk.CreateDirectory("/log");
        _workspace.Disk.Write(Variable(command, "CCACHE_STATSLOG"), "# src/a.cc\ndirect_cache_hit\nlocal_storage_hit\n");
        _workspace.Disk.Write("out/a.o", "cached");
        _workspace.Disk.Write("out/a.o.d", "out/a.o: src/a.cc\n");
        return FakeCommands.Exit(0) with { Usage = new ActionUsage(default, TimeSpan.FromMilliseconds(10), 0) };
    }

    private TimeSpan LearntCpuTime()
    {
        using var log = BuildLog.Open(_workspace.Log, _ => { });
        Assert.True(log.TryGet(log.PathId("out/a.o"), out LoggedAction action));
        return action.Usage.CpuTime;
    }

    private static string Variable(Command command, string name) =>
        command.Environment.Single(variable => variable.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private void Use(string launcher, params (string Name, string Value)[] variables)
    {
        var parsed = CompilerLauncher.Parse(
            launcher, variables.Append(("PATH", "/nowhere:/tools")).Select(v => KeyValuePair.Create(v.Item1, v.Item2)));
        _workspace.Request = request => request with { Launcher = parsed };
    }

    private ExecutionResult BuildOne(string flag = "-O2")
    {
        Compile("src/a.cc", "out/a.o", [flag]);
        return _workspace.Build();
    }

    private void Compile(string source, string output, string[]? flags = null, bool paramFile = false) => _workspace.Add(new SpawnAction
    {
        Mnemonic = "CppCompile",
        Owner = "//:" + output,
        CommandLine = CommandLine.Of(["/bin/cc", .. flags ?? [], "-o", output, "-MF", output + ".d", "-c", source]),
        Inputs = [_workspace.Input(source)],
        Outputs = [_workspace.Graph.Output(output)],
        Depfile = output + ".d",
        DiscoversInputs = true,
        ParamFiles = paramFile ? [new ParamFile(output + "-0.params", 1, 6, ParamFileFormat.GccQuoted)] : [],
    });
}
