using System.Collections.Immutable;
using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

/// <summary>A real program as launcher, which writes down what it was called with and what it saw, and goes on to the
/// compiler, a script that copies.</summary>
public sealed class RecordingLauncherTests : IDisposable
{
    private readonly RealWorkspace _workspace = new();
    private readonly string _tools;

    public RecordingLauncherTests()
    {
        _tools = Path.Combine(_workspace.Root, "tools");
        _workspace.Write("src/a.cc", "int a;\n");
        Script("cc", "for last; do :; done; cp \"$last\" \"$3\"");
        Script("icecc", $"echo \"$@\" > {_tools}/arguments; env > {_tools}/environment; echo 'x: </wait for cs: 1ms>' > \"$ICECC_LOGFILE\"; exec \"$@\"");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_launcher_is_called_with_the_whole_command_and_sees_its_settings_and_the_actions_environment()
    {
        var launcher = CompilerLauncher.Parse(
            Path.Combine(_tools, "icecc"), [KeyValuePair.Create("ICECC_VERSION", "env.tar.gz"), KeyValuePair.Create("SECRET", "1")]);
        _workspace.Request = request => request with { Launcher = launcher };
        _workspace.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            CommandLine = CommandLine.Of("tools/cc", "-c", "-o", "out/a b.o", "-O2", "src/a.cc"),
            Environment = ActionEnvironment.Of(("PATH", "/usr/bin:/bin"), ("LC_ALL", "C")),
            Inputs = [_workspace.Graph.Source("src/a.cc")],
            Outputs = [_workspace.Graph.Output("out/a b.o")],
            ParamFiles = [new ParamFile("out/a.params", 1, 5)],
        });

        ExecutionResult result = _workspace.Build();

        Assert.Equal("tools/cc -c -o out/a b.o -O2 src/a.cc\n", _workspace.Read("tools/arguments"));
        ImmutableArray<string> seen = [.. _workspace.Read("tools/environment").Split('\n')];
        Assert.Contains("ICECC_VERSION=env.tar.gz", seen);
        Assert.Contains("LC_ALL=C", seen);
        Assert.DoesNotContain("SECRET=1", seen);
        Assert.Equal(1, result.Summary.Launches.Remote);
    }

    private void Script(string name, string text)
    {
        _workspace.Write("tools/" + name, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_tools, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
