using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

public class StalenessTests
{
    private readonly Workspace _ws = new();

    public StalenessTests()
    {
        _ws.Source("src/a.cc", "#include src/a.h\na1\n");
        _ws.Source("src/b.cc", "b1\n");
        _ws.Source("src/a.h", "h1\n");
    }

    private ExecutionResult Build(string flag = "-O2")
    {
        Artifact a = _ws.Compile("src/a.cc", "out/a.o", flag);
        Artifact b = _ws.Compile("src/b.cc", "out/b.o", flag);
        _ws.Run("/bin/cat", "out/lib", a.ExecPath, b.ExecPath);
        return _ws.Build();
    }

    [Fact]
    public void Everything_is_built_once_and_then_nothing()
    {
        ExecutionResult first = Build();
        Assert.Equal(3, first.Summary.Ran);
        Assert.Equal("-O2\nh1\na1\n-O2\nb1\n", _ws.Disk.Text("out/lib"));
        Assert.All(_ws.Status.Reasons.Values, reason => Assert.Equal("never built", reason));

        ExecutionResult second = Build();
        Assert.True(second.Succeeded);
        Assert.Equal((0, 3), (second.Summary.Ran, second.Summary.UpToDate));
        Assert.Empty(_ws.Commands.Ran);
        Assert.Equal(0, _ws.Status.BuildsStarted);
    }

    [Fact]
    public void A_discovered_header_that_changes_rebuilds_what_read_it()
    {
        Build();
        _ws.Source("src/a.h", "h2\n");
        Build();
        Assert.Equal(["out/a.o", "out/lib"], _ws.Status.Reasons.Keys);
        Assert.Equal("discovered input src/a.h changed", _ws.Status.Reasons["out/a.o"]);
        Assert.Equal("input out/a.o changed", _ws.Status.Reasons["out/lib"]);
        Assert.Equal("-O2\nh2\na1\n-O2\nb1\n", _ws.Disk.Text("out/lib"));
    }

    [Fact]
    public void Touching_without_changing_runs_nothing_and_is_read_only_once()
    {
        Build();
        _ws.Disk.Touch("src/a.h");
        Assert.Equal(0, Build().Summary.Ran);
        Assert.Contains("src/a.h", _ws.Disk.Hashed);
        _ws.Disk.Hashed.Clear();
        Assert.Equal(0, Build().Summary.Ran);
        Assert.Empty(_ws.Disk.Hashed);
    }

    [Fact]
    public void A_changed_flag_is_shown_with_what_it_was()
    {
        Build("-O2");
        Build("-O3");
        Assert.Equal("command line changed: -O2 -> -O3", _ws.Status.Reasons["out/a.o"]);
    }

    [Fact]
    public void A_missing_output_is_made_again_and_its_users_are_left_alone()
    {
        Build();
        _ws.Disk.Delete("out/a.o");
        Build();
        Assert.Equal("missing output out/a.o", Assert.Single(_ws.Status.Reasons).Value);
    }

    [Fact]
    public void An_output_that_was_changed_by_hand_is_made_again()
    {
        Build();
        _ws.Disk.Write("out/a.o", "broken");
        Build();
        Assert.Equal("output out/a.o is not what the action made", Assert.Single(_ws.Status.Reasons).Value);
        Assert.Equal("-O2\nh1\na1\n", _ws.Disk.Text("out/a.o"));
    }

    [Fact]
    public void A_link_to_a_source_that_changed_is_explained_by_the_source()
    {
        ExecutionResult BuildLinked()
        {
            ActionGraphBuilder graph = _ws.Graph;
            Artifact link = _ws.Add(new SymlinkAction { Mnemonic = "Symlink", Inputs = [graph.Source("src/a.h")], Outputs = [graph.Output("out/a.h")] });
            _ws.Source("src/c.cc", "#include out/a.h\n");
            _ws.Compile("src/c.cc", "out/c.o", headers: link);
            return _ws.Build();
        }

        BuildLinked();
        _ws.Source("src/a.h", "h2\n");
        BuildLinked();
        Assert.Equal("input src/a.h changed", _ws.Status.Reasons["out/a.h"]);
        Assert.Equal("discovered input out/a.h changed", _ws.Status.Reasons["out/c.o"]);
        Assert.Equal(0, BuildLinked().Summary.Ran);
    }

    [Fact]
    public void A_path_that_leads_elsewhere_through_a_link_is_not_shortened()
    {
        ExecutionResult BuildOne()
        {
            _ws.Compile("src/d.cc", "out/d.o");
            return _ws.Build();
        }

        _ws.Source("src/d.cc", "#include src/link/../a.h\n");
        _ws.Source("src/link/../a.h", "behind the link\n");
        BuildOne();
        _ws.Source("src/a.h", "another\n");
        Assert.Equal(0, BuildOne().Summary.Ran);
        _ws.Source("src/link/../a.h", "behind the link, changed\n");
        Assert.Equal(1, BuildOne().Summary.Ran);
    }

    [Fact]
    public void Going_back_to_the_older_content_is_a_change_too()
    {
        Build();
        _ws.Source("src/b.cc", "b2\n");
        Build();
        _ws.Source("src/b.cc", "b1\n");
        _ws.Disk.Touch("src/b.cc", modified: 5);
        Build();
        Assert.Equal("-O2\nh1\na1\n-O2\nb1\n", _ws.Disk.Text("out/lib"));
    }

    [Fact]
    public void A_change_undone_before_anything_was_built_is_none()
    {
        Build();
        _ws.Source("src/b.cc", "b2\n");
        _ws.Source("src/b.cc", "b1\n");
        Assert.Equal(0, Build().Summary.Ran);
    }

    [Fact]
    public void A_removed_header_is_named()
    {
        Build();
        _ws.Disk.Delete("src/a.h");
        _ws.Source("src/a.cc", "a1\n");
        Build();
        Assert.Equal("input src/a.cc changed", _ws.Status.Reasons["out/a.o"]);
        _ws.Source("src/a.h", "h1\n");
        Assert.Equal(0, Build().Summary.Ran);
    }

    [Fact]
    public void Each_path_is_looked_at_once_when_nothing_changed()
    {
        Build();
        Build();
        _ws.Disk.Stats.Clear();
        Build();
        Assert.All(_ws.Disk.Stats, stat => Assert.Equal(1, stat.Value));
        Assert.Equal(
            ["/bin/cat", "/bin/cc", "out/a.o", "out/b.o", "out/lib", "src/a.cc", "src/a.h", "src/b.cc"],
            _ws.Disk.Stats.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_header_that_many_short_actions_read_is_looked_at_again_for_many_at_once()
    {
        const int Actions = 1000;
        for (int i = 0; i < Actions; i++)
            _ws.Compile("src/a.cc", $"out/{i}.o");
        Assert.Equal(Actions, _ws.Build().Summary.Ran);
        int byCompilers = Actions;
        Assert.InRange(_ws.Disk.Stats["src/a.h"] - byCompilers, 1, Actions / 4);
    }

    [Fact]
    public void A_new_compiler_rebuilds_what_it_compiled()
    {
        Build();
        _ws.Disk.Write("/bin/cc", "a newer compiler", executable: true);
        Build();
        Assert.Equal("input /bin/cc changed", _ws.Status.Reasons["out/a.o"]);
    }

    [Fact]
    public void An_executable_bit_is_part_of_an_input()
    {
        Build();
        _ws.Disk.Write("src/b.cc", "b1\n", executable: true);
        Build();
        Assert.Equal("input src/b.cc changed", _ws.Status.Reasons["out/b.o"]);
    }

    [Fact]
    public void A_file_as_young_as_the_build_is_not_trusted_by_its_times()
    {
        Build();
        // Written in the same tick in which the build looked at it, with the same size and inode.
        long now = _ws.Disk.Now;
        _ws.Disk.Touch("src/b.cc");
        _ws.Disk.Now = now - 1000; // Build() ticks: it begins in the moment of the touch
        Build();
        _ws.Disk.Now = now;
        _ws.Disk.Write("src/b.cc", "b2\n");
        _ws.Disk.Now = now + 5000;
        Assert.Equal(2, Build().Summary.Ran);
    }

    [Fact]
    public void A_source_edited_while_the_action_runs_makes_it_run_again()
    {
        _ws.Commands.Before = command =>
        {
            if (command.Arguments.Contains("src/b.cc"))
                _ws.Disk.Write("src/b.cc", "b2\n");
        };
        Build();
        _ws.Commands.Before = null;
        // The action read b2, but may as well have read b1; and going back to b1 must not look up to date.
        _ws.Disk.Write("src/b.cc", "b1\n");
        Build();
        Assert.Equal("an input changed while the action ran", _ws.Status.Reasons["out/b.o"]);
        Assert.Equal("-O2\nb1\n", _ws.Disk.Text("out/b.o"));
        Assert.Equal(0, Build().Summary.Ran);
    }

    [Fact]
    public void The_clock_may_be_set_back()
    {
        Build();
        _ws.Disk.Now -= 500_000;
        _ws.Disk.Write("src/b.cc", "b2\n");
        Assert.Equal(2, Build().Summary.Ran);
        Assert.Equal(0, Build().Summary.Ran);
        Assert.Equal("-O2\nh1\na1\n-O2\nb2\n", _ws.Disk.Text("out/lib"));
    }

    [Fact]
    public void Users_of_an_output_that_came_out_the_same_do_not_run()
    {
        ExecutionResult BuildStripped()
        {
            _ws.Run("/bin/strip", "out/b.stripped", "src/b.cc");
            _ws.Compile("out/b.stripped", "out/b.o");
            return _ws.Build();
        }

        BuildStripped();
        _ws.Source("src/b.cc", "// only a comment\nb1\n");
        ExecutionResult result = BuildStripped();
        Assert.Equal((1, 1), (result.Summary.Ran, result.Summary.UpToDate));
        Assert.Equal(0, BuildStripped().Summary.Ran);
    }

    [Fact]
    public void A_question_changes_nothing()
    {
        Build();
        _ws.Source("src/b.cc", "b2\n");
        _ws.Request = request => request with { Question = true };
        byte[] log = _ws.Log.Bytes;
        Assert.Equal(ExecutionOutcome.Stale, Build().Outcome);
        Assert.Same(log, _ws.Log.Bytes);
        Assert.Empty(_ws.Commands.Ran);
    }
}
