using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>What TensorFlow's own configuration rules make, without a network and a GPU, against what a real Bazel made of them.</summary>
public class ConfigurationRepositoryTests(OutputBaseFixture output) : IClassFixture<OutputBaseFixture>
{
    [Theory]
    [InlineData("local_config_cuda__", "@local_config_cuda//")]
    [InlineData("local_config_cuda__cuda", "@local_config_cuda//cuda")]
    [InlineData("local_config_rocm__rocm", "@local_config_rocm//rocm")]
    [InlineData("local_config_tensorrt__", "@local_config_tensorrt//")]
    [InlineData("local_config_nccl__", "@local_config_nccl//")]
    [InlineData("local_config_python__", "@local_config_python//")]
    [InlineData("local_config_git__", "@local_config_git//")]
    [InlineData("local_config_def_file_filter__", "@local_config_def_file_filter//")]
    public void A_configured_package_has_the_rules_that_Bazels_has(string name, string package)
    {
        BazelQueryResult ours = BazelQuery.Run(
            GoldenRequests.OfTensorFlow() with { OutputBase = output.Path }, package + ":all", QueryOutput.Build, null, new SilentListener(), CancellationToken.None);
        Assert.Empty(ours.Diagnostics);
        SortedDictionary<string, string> expected = GoldenRules.Parse(GoldenData.ReadLines($"config/{name}.build.txt")), actual = GoldenRules.Parse(ours.Text.Split('\n'));
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, rule => Assert.Equal(rule.Value, actual[rule.Key]));
    }

    [Fact]
    public void Configured_repositories_hold_the_files_that_Bazels_hold()
    {
        Dictionary<string, string[]> expected = string.Join('\n', GoldenData.ReadLines("config/files.txt")).Split("== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(lines => lines.Length > 1)
            // What Bazel itself writes into each repository, and what the stub of Python's interpreter stands for.
            .ToDictionary(lines => lines[0], lines => lines.Skip(1).Select(line => line[2..]).Where(file => file is not ("REPO.bazel" or "WORKSPACE")).ToArray());
        BazelQueryResult ours = BazelQuery.Run(
            GoldenRequests.OfTensorFlow() with { OutputBase = output.Path },
            string.Join(" + ", expected.Select(entry => $"@{entry.Key}//{(entry.Value.Contains("BUILD") ? "" : entry.Key[(entry.Key.LastIndexOf('_') + 1)..])}:BUILD")), QueryOutput.Label, null, new SilentListener(), CancellationToken.None);
        Assert.Empty(ours.Diagnostics);
        foreach ((string repository, string[] files) in expected)
        {
            string root = $"{output.Path}/external/{repository}";
            IEnumerable<string> made = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file));
            Assert.Equal(files.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
        }
    }
}
