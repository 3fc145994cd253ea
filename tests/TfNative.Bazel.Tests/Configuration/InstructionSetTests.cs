using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Configuration;

/// <summary>One instruction set as an option, several as configurations.</summary>
public sealed class InstructionSetTests : IDisposable
{
    private readonly TemporaryWorkspace _workspace = new(
        ("BUILD", """
            cc_library(name = "shared", srcs = ["shared.cc", "fast.cc", ":header"], copts = ["-mavx"])
            cc_binary(name = "tool", srcs = ["tool.cc"], deps = [":shared"])
            genrule(name = "made", outs = ["made.cc"], tools = [":tool"], cmd = "$(location :tool) > $@")
            genrule(name = "header", outs = ["header.h"], cmd = "echo > $@")
            cc_binary(name = "libx.so.1", srcs = [":made.cc"], deps = [":shared"], linkshared = True)
            genrule(name = "link", srcs = ["libx.so.1"], outs = ["libx.so"], cmd = "ln -sf libx.so.1 $@")
            """),
        ("shared.cc", ""), ("fast.cc", ""), ("tool.cc", ""));

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_instruction_set_comes_before_the_options_of_project_and_target_and_is_not_for_tools(bool distinct)
    {
        ActionGraph graph = _workspace.Graph("//:libx.so.1", r => r with { DistinctExecConfiguration = distinct, Isa = "x86-64-v3", Copts = ["-DPROJECT"] });
        SpawnAction[] compiles = [.. graph.Actions.OfType<SpawnAction>().Where(a => a.Mnemonic == "CppCompile")];
        string[] command = Assert.Single(compiles, a => Path(a).StartsWith("bazel-out/k8-opt/bin/_objs/shared/fast.", StringComparison.Ordinal)).CommandLine.ToArray();
        Assert.Equal(["-march=x86-64-v3", "-DPROJECT", "-mavx"], command.Where(o => o is "-march=x86-64-v3" or "-DPROJECT" or "-mavx"));
        // The processor of the build may not have these instructions, so even what would be shared is compiled for itself.
        SpawnAction[] ofTools = [.. compiles.Where(a => Path(a).StartsWith("bazel-out/k8-opt-exec/", StringComparison.Ordinal))];
        Assert.Equal(3, ofTools.Length);
        Assert.DoesNotContain(ofTools, a => a.CommandLine.ToArray().Any(o => o.StartsWith("-march", StringComparison.Ordinal)));
    }

    [Fact]
    public void Several_instruction_sets_share_tools_and_what_is_generated()
    {
        TranslationResult result = _workspace.Translate(["//:libx.so.1", "//:libx.so", "//:tool"], r => r with
        {
            DistinctExecConfiguration = false,
            IsaVariants = ["x86-64-v3", "x86-64-v4"],
            IsaVariantLinkOpts = ["-Wl,-rpath,up"],
        });
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.Equal(
            [("libx.so.1", ""), ("libx.so", ""), ("tool", ""), ("libx.so.1", "x86-64-v3"), ("libx.so", "x86-64-v3"), ("libx.so.1", "x86-64-v4"), ("libx.so", "x86-64-v4")],
            result.Outputs.Select(output => (System.IO.Path.GetFileName(output.Path), output.IsaVariant)));
        HashSet<BuildAction> needed = Needed(result.Graph!.Wanted);
        string[] Made(string mnemonic) => [.. needed.Where(a => a.Mnemonic == mnemonic).Select(Path).Order(StringComparer.Ordinal)];
        // Generated once; what is made of the libraries is not.
        Assert.Equal(
            ["k8-opt-x86-64-v3/bin/libx.so", "k8-opt-x86-64-v4/bin/libx.so", "k8-opt/bin/header.h", "k8-opt/bin/libx.so", "k8-opt/bin/made.cc"],
            Made("Genrule").Select(path => path["bazel-out/".Length..]));
        Assert.Contains("bazel-out/k8-opt-x86-64-v3/bin/made.cc", Made("Symlink"));
        // The objects: three libraries of three, and the tool's own, once.
        Assert.Equal(10, Made("CppCompile").Length);
        Assert.Single(Made("CppLink"), path => path.EndsWith("/tool", StringComparison.Ordinal));
        foreach (SpawnAction link in needed.OfType<SpawnAction>().Where(a => a.Mnemonic == "CppLink"))
            Assert.Equal(Path(link).Contains("x86-64-v", StringComparison.Ordinal), link.CommandLine.ToArray().Contains("-Wl,-rpath,up"));
    }

    private static string Path(BuildAction action) => action.PrimaryOutput.ExecPath;

    private static HashSet<BuildAction> Needed(IEnumerable<Artifact> wanted)
    {
        var needed = new HashSet<BuildAction>();
        var pending = new Stack<Artifact>(wanted);
        while (pending.TryPop(out Artifact? artifact))
        {
            if (artifact.Generator is not { } action || !needed.Add(action))
                continue;
            foreach (Artifact input in action.Inputs.Concat(action.InputSets.SelectMany(set => set.Flatten())).Concat((action as SpawnAction)?.Tools ?? []))
                pending.Push(input);
        }

        return needed;
    }
}
