using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Configuration;

/// <summary>When tools share the objects of what is built.</summary>
public class ExecConfigurationTests
{
    private static int Compiles(Func<TranslationRequest, TranslationRequest> change)
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", """
                cc_library(name = "shared", srcs = ["shared.cc"])
                cc_binary(name = "tool", deps = [":shared"])
                genrule(name = "made", outs = ["made.cc"], tools = [":tool"], cmd = "$(location :tool) > $@")
                cc_binary(name = "libx.so", srcs = [":made.cc"], deps = [":shared"], linkshared = True)
                """),
            ("shared.cc", ""));
        ActionGraph graph = workspace.Graph("//:libx.so", change);
        return graph.Actions.Count(action => action.Mnemonic == "CppCompile" && action.PrimaryOutput.ExecPath.Contains("/shared.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_compiles_alike_is_compiled_once_however_it_is_linked()
    {
        Assert.Equal(1, Compiles(r => r with { DistinctExecConfiguration = false }));
        Assert.Equal(1, Compiles(r => r with { DistinctExecConfiguration = false, LinkOpts = ["-Wl,-rpath,$ORIGIN"] }));
        Assert.Equal(1, Compiles(r => r with { DistinctExecConfiguration = false, CxxOpts = ["-std=c++17"], HostCxxOpts = ["-std=c++17"] }));
    }

    [Fact]
    public void Other_options_or_another_mode_make_another_configuration()
    {
        Assert.Equal(2, Compiles(r => r with { DistinctExecConfiguration = true }));
        Assert.Equal(2, Compiles(r => r with { DistinctExecConfiguration = false, CxxOpts = ["-std=c++17"] }));
        Assert.Equal(2, Compiles(r => r with { DistinctExecConfiguration = false, Mode = CompilationMode.Dbg }));
    }
}
