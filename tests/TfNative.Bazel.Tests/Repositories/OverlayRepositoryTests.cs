using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Repositories;

/// <summary>Repositories with files laid over them or patches in them, whose sources then change.</summary>
public sealed class OverlayRepositoryTests : IDisposable
{
    private const string Patch = """
        --- a/sub/patched.cc
        +++ b/sub/patched.cc
        @@ -1,1 +1,1 @@
        -int before;
        +int after;
        """;

    private readonly TemporaryWorkspace workspace = new(("MODULE.bazel", ""), ("BUILD", ""));

    private string Sources => workspace.Folder + "/sources";

    public OverlayRepositoryTests()
    {
        Write("root.cc", "int root;\n");
        Write("sub/patched.cc", "int before;\n");
        workspace.Write("lib.BUILD", """cc_library(name = "lib", srcs = glob(["*.cc", "sub/*.cc"]))""");
        workspace.Write("sub.patch", Patch + "\n");
    }

    public void Dispose() => workspace.Dispose();

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName($"{Sources}/{path}")!);
        File.WriteAllText($"{Sources}/{path}", text);
    }

    private (string[] Sources, TranslationResult Result) Compiled()
    {
        TranslationResult result = workspace.Translate(["@lib//:lib"], request => request with
        {
            Repositories =
            [
                new() { Name = "lib", Path = Sources, LinkFiles = [$"BUILD={workspace.Root}/lib.BUILD"], Patches = [workspace.Root + "/sub.patch"] }
            ],
        });
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        IEnumerable<BuildAction> compiles = result.Graph!.Actions.Where(action => action.Mnemonic == "CppCompile");
        return ([.. compiles.Select(action => action.Inputs[0].ExecPath).Distinct().Order(StringComparer.Ordinal)], result);
    }

    private string Patched => File.ReadAllText(workspace.Folder + "/output/execroot/external/lib/sub/patched.cc");

    [Theory]
    [InlineData("new.cc")]
    [InlineData("sub/new.cc")]
    public void A_file_that_appears_in_the_sources_appears_in_the_repository(string added)
    {
        string[] before = ["external/lib/root.cc", "external/lib/sub/patched.cc"];
        Assert.Equal(before, Compiled().Sources);
        Write(added, "");
        Assert.Equal(before.Append("external/lib/" + added).Order(StringComparer.Ordinal), Compiled().Sources);
        File.Delete($"{Sources}/{added}");
        Assert.Equal(before, Compiled().Sources);
    }

    [Fact]
    public void The_graph_depends_on_the_folders_and_files_that_went_into_the_repository()
    {
        // What lays the repository out and what finds it as it should be depend on the same.
        for (int round = 0; round < 2; round++)
        {
            TranslationInputs inputs = Compiled().Result.Inputs;
            Assert.Contains(Sources, inputs.Folders);
            Assert.Contains(Sources + "/sub", inputs.Folders);
            Assert.Contains(Sources + "/sub/patched.cc", inputs.Files);
            Assert.Contains(workspace.Root + "/sub.patch", inputs.Files);
        }
    }

    [Fact]
    public void A_patched_file_follows_its_original_and_its_patch()
    {
        Compiled();
        Assert.Equal("int after;\n", Patched);
        Write("sub/patched.cc", "int before;\nint more;\n");
        Compiled();
        Assert.Equal("int after;\nint more;\n", Patched);
        workspace.Write("sub.patch", Patch.Replace("after", "later", StringComparison.Ordinal) + "\n");
        Compiled();
        Assert.Equal("int later;\nint more;\n", Patched);
    }
}
