using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Rules;

public class PyBinaryTests
{
    [Fact]
    public void A_tool_brings_a_tree_of_links_to_its_sources_with_the_packages_that_Python_wants()
    {
        using var workspace = new TemporaryWorkspace(
            ("WORKSPACE", "workspace(name = 'ws')"),
            ("p/BUILD", """
                py_library(name = "lib", srcs = ["lib/words.py"], imports = ["lib"])
                py_binary(name = "tool", srcs = ["tool.py"], deps = [":lib"], data = ["data.txt"])
                genrule(name = "g", outs = ["out.txt"], tools = [":tool"], cmd = "$(location :tool) > $@")
                """),
            ("p/lib/words.py", ""), ("p/tool.py", ""), ("p/data.txt", ""));
        ActionGraph graph = workspace.Graph("//p:g");
        var launcher = (WriteFileAction)graph.Actions.Single(a => a.Mnemonic == "PyLauncher");
        var tree = (SymlinkTreeAction)graph.Actions.Single(a => a.Mnemonic == "SymlinkTree");
        Assert.Equal(graph.Actions.Single(a => a.Mnemonic == "PyLauncher").PrimaryOutput.ExecPath + ".runfiles", tree.PrimaryOutput.ExecPath);
        Assert.Equal(
            [
                "ws/p/__init__.py = ", "ws/p/data.txt = p/data.txt", "ws/p/lib/__init__.py = ", "ws/p/lib/words.py = p/lib/words.py",
                $"ws/p/tool = {launcher.PrimaryOutput.ExecPath}", "ws/p/tool.py = p/tool.py",
            ],
            tree.Entries.Select(e => $"{e.Key} = {e.Value}").Order(StringComparer.Ordinal));
        string text = System.Text.Encoding.UTF8.GetString(launcher.Content().Span);
        Assert.Contains("\"ws/p/tool.py\"", text, StringComparison.Ordinal);
        Assert.Contains("[\"ws/p/lib\"]", text, StringComparison.Ordinal);
        Assert.Equal("MANIFEST", tree.Manifest);
        var manifest = (SymlinkAction)graph.Actions.Single(a => a.Mnemonic == "SourceSymlinkManifest");
        Assert.Equal((launcher.PrimaryOutput.ExecPath + ".runfiles_manifest", "tool.runfiles/MANIFEST"), (manifest.PrimaryOutput.ExecPath, manifest.TargetPath));
        var genrule = (SpawnAction)graph.Actions.Single(a => a.Mnemonic == "Genrule");
        Artifact[] inputs = [.. genrule.InputSets.SelectMany(s => s.Flatten())];
        Assert.Contains(tree.PrimaryOutput, inputs);
        Assert.Contains("p/lib/words.py", inputs.Select(a => a.ExecPath));
    }
}
