using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>Compares actions of ours with those that Bazel lists, but for the differences that are known.</summary>
internal static class ParityAssert
{
    /// <param name="name">Project and name of the golden data, such as <c>tflite/tflite</c>.</param>
    /// <param name="ours">Our actions.</param>
    /// <param name="needed">Those of Bazel's that we must have; null for all.</param>
    public static void Agrees(
        string name, string mode, IReadOnlyList<ActionView> ours, Func<IReadOnlyList<ActionView>, IReadOnlyList<ActionView>>? needed = null)
    {
        IReadOnlyList<ActionView> bazel = GoldenActions.Read(name, mode);
        IReadOnlyList<Difference> differences = new ActionComparer(bazel, ToolchainFlags.BazelGcc, ToolchainFlags.BazelGcc)
            .Compare(ours, needed?.Invoke(bazel));
        string known = GoldenTranslation.KnownDifferences($"{name.Split('/')[1]}-{mode}");
        IReadOnlyList<string> problems = KnownDifferences.Parse(File.Exists(known) ? File.ReadLines(known) : []).Check(differences);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(400)) + $"\n{problems.Count} in all");
    }
}
