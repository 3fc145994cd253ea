using TfNative.Execution;

namespace TfNative.Bazel.Tests.Golden;

/// <summary>Our action graph in the form in which it is compared.</summary>
internal static class OurActions
{
    public static IReadOnlyList<ActionView> Of(ActionGraph graph) => [.. graph.Actions.Select(a => new ActionView(
        a.Mnemonic, a.Owner, Configuration(a.PrimaryOutput.ExecPath), a is SpawnAction spawn ? spawn.CommandLine.ToArray() : [],
        [.. a.Inputs.Select(i => i.ExecPath)], [.. a.Outputs.Select(o => o.ExecPath)]))];

    private static string Configuration(string execPath) => execPath.Split('/') is ["bazel-out", var folder, ..] ? folder : "";
}
