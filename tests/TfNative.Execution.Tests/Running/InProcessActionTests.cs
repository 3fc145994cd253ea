using System.Text;
using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

public class InProcessActionTests
{
    private readonly Workspace _ws = new();

    [Fact]
    public void A_file_is_written_again_only_when_its_content_changes()
    {
        ExecutionResult Build(string content)
        {
            _ws.Add(new WriteFileAction
            {
                Mnemonic = "FileWrite",
                Outputs = [_ws.Graph.Output("out/f")],
                Content = () => Encoding.UTF8.GetBytes(content),
                IsExecutable = true,
            });
            return _ws.Build();
        }

        Assert.Equal(1, Build("a").Summary.Ran);
        Assert.True(_ws.Disk.Stat("out/f").IsExecutable);
        Assert.Equal(0, Build("a").Summary.Ran);
        Build("b");
        Assert.Equal("what to write changed", _ws.Status.Reasons["out/f"]);
        Assert.Equal("b", _ws.Disk.Text("out/f"));
    }

    [Fact]
    public void Templates_are_expanded_key_after_key()
    {
        _ws.Source("src/t", "%A% %B% ä");
        _ws.Add(new ExpandTemplateAction
        {
            Mnemonic = "TemplateExpand",
            Inputs = [_ws.Graph.Source("src/t")],
            Outputs = [_ws.Graph.Output("out/t")],
            Substitutions = [KeyValuePair.Create("%A%", "<%B%>"), KeyValuePair.Create("%B%", "é"), KeyValuePair.Create("ä", "ae")],
        });
        _ws.Build();
        Assert.Equal("<é> é ae", _ws.Disk.Text("out/t"));
    }

    [Fact]
    public void Users_of_a_link_see_a_change_of_what_it_leads_to()
    {
        ExecutionResult Build()
        {
            _ws.Add(new SymlinkAction { Mnemonic = "Symlink", Inputs = [_ws.Graph.Source("src/a")], Outputs = [_ws.Graph.Output("out/l")] });
            _ws.Run("/bin/cat", "out/x", "out/l");
            return _ws.Build();
        }

        _ws.Source("src/a", "1\n");
        Build();
        Assert.Equal("/root/src/a", _ws.Disk.ReadLink("out/l"));
        Assert.Equal(0, Build().Summary.Ran);
        _ws.Source("src/a", "2\n");
        Build();
        Assert.Equal("2\n", _ws.Disk.Text("out/x"));
    }

    [Fact]
    public void Of_a_declared_link_only_its_text_counts()
    {
        _ws.Add(new SymlinkAction { Mnemonic = "Symlink", TargetPath = "../elsewhere", Outputs = [_ws.Graph.Output("out/l", ArtifactKind.Symlink)] });
        Assert.True(_ws.Build().Succeeded);
        _ws.Add(new SymlinkAction { Mnemonic = "Symlink", TargetPath = "../elsewhere", Outputs = [_ws.Graph.Output("out/l", ArtifactKind.Symlink)] });
        Assert.Equal(0, _ws.Build().Summary.Ran);
    }

    [Fact]
    public void A_tree_of_links_is_made_again_when_a_link_is_missing_or_leads_elsewhere_and_not_when_a_target_changes()
    {
        ExecutionResult Build(string target)
        {
            _ws.Add(new SymlinkTreeAction
            {
                Mnemonic = "SymlinkTree",
                Outputs = [_ws.Graph.Output("out/p.runfiles", ArtifactKind.Directory)],
                Entries = [KeyValuePair.Create("ws/a/x", (string?)target), KeyValuePair.Create("ws/a/__init__.py", (string?)null)],
            });
            return _ws.Build();
        }

        _ws.Source("src/a", "1\n");
        Assert.Equal(1, Build("src/a").Summary.Ran);
        Assert.Equal("/root/src/a", _ws.Disk.ReadLink("out/p.runfiles/ws/a/x"));
        Assert.Equal("", _ws.Disk.Text("out/p.runfiles/ws/a/__init__.py"));
        _ws.Source("src/a", "2\n");
        Assert.Equal(0, Build("src/a").Summary.Ran);
        _ws.Disk.Delete("out/p.runfiles/ws/a/x");
        Assert.Equal(1, Build("src/a").Summary.Ran);
        Assert.Equal(1, Build("src/b").Summary.Ran);
        Assert.Equal("/root/src/b", _ws.Disk.ReadLink("out/p.runfiles/ws/a/x"));
    }

    [Fact]
    public void A_tree_of_links_may_list_them()
    {
        _ws.Add(new SymlinkTreeAction
        {
            Mnemonic = "SymlinkTree",
            Outputs = [_ws.Graph.Output("out/p.runfiles", ArtifactKind.Directory)],
            Entries = [new("ws/b", "src/b"), new("ws/a/__init__.py", null), new("ws/a c\\d", "src/a c"), new("other/x", "/usr/x")],
            Manifest = "MANIFEST",
        });
        Assert.True(_ws.Build().Succeeded);
        Assert.Equal("other/x /usr/x\n ws/a\\sc\\bd /root/src/a c\nws/a/__init__.py \nws/b /root/src/b\n", _ws.Disk.Text("out/p.runfiles/MANIFEST"));
    }

    [Fact]
    public void A_folder_is_copied_with_all_that_is_in_it_and_watched_as_a_whole()
    {
        ExecutionResult Build()
        {
            _ws.Add(new CopyAction
            {
                Mnemonic = "CopyTree",
                Inputs = [_ws.Graph.Source("src/tree", ArtifactKind.Directory)],
                Outputs = [_ws.Graph.Output("out/tree", ArtifactKind.Directory)],
            });
            return _ws.Build();
        }

        _ws.Source("src/tree/a", "a");
        _ws.Source("src/tree/sub/b", "b");
        Assert.Equal(1, Build().Summary.Ran);
        Assert.Equal("b", _ws.Disk.Text("out/tree/sub/b"));
        Assert.Equal(0, Build().Summary.Ran);
        _ws.Source("src/tree/sub/b", "b2");
        Build();
        Assert.Equal("input src/tree changed", _ws.Status.Reasons["out/tree"]);
        _ws.Source("src/tree/sub/c", "c");
        Build();
        Assert.Equal("c", _ws.Disk.Text("out/tree/sub/c"));
        _ws.Disk.Delete("src/tree/a");
        Build();
        Assert.False(_ws.Disk.Exists("out/tree/a"));
        _ws.Disk.Write("out/tree/sub/b", "changed by hand");
        Build();
        Assert.Equal("output out/tree is not what the action made", _ws.Status.Reasons["out/tree"]);
        Assert.Equal("b2", _ws.Disk.Text("out/tree/sub/b"));
    }
}
