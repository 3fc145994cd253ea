using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The programs that measure find all that they measure beside themselves.</summary>
public class BenchmarkTests
{
    [FullSourcesFact]
    public void The_analysis_translates_TensorFlow_Lite() =>
        Assert.Contains(" actions of ", Run("analysis", "//tensorflow/lite/c:libtensorflowlite_c.so"), StringComparison.Ordinal);

    [FullSourcesFact]
    public void The_query_answers_about_TensorFlow_Lite() =>
        Assert.Contains(" labels", Run("analysis-query", "deps(//tensorflow/lite/c:libtensorflowlite_c.so)"), StringComparison.Ordinal);

    private static string Run(params string[] arguments)
    {
        string program = Path.Combine(Repository.Root, "artifacts/bin/TfNative.Benchmarks", Repository.Configuration.ToLowerInvariant(), "TfNative.Benchmarks.dll");
        (int exitCode, string output) = DotNet.Run(Repository.Root, null, [program, .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
