namespace TfNative.Samples.Tests.TensorFlowFramework;

/// <summary>
/// What samples/TensorFlowFramework would build, without building it for half an hour: the graph of the project as it is, with the
/// shipped profile, beside the real Bazel's.
/// </summary>
[Collection(nameof(Checkout))]
public sealed class TensorFlowFrameworkTests : IDisposable
{
    private const string Library = "bazel-out/k8-opt/bin/tensorflow/libtensorflow_framework.so.2.14.1";

    // Repositories whose objects Bazel links and we do not, with the reason. All others must agree.
    private static readonly Dictionary<string, string> NotLinked = new()
    {
        ["@curl"] = "the system's libcurl is linked, because Debian's source has other files than TensorFlow's BUILD file names",
    };

    // Sources that are compiled in another form, and which they stand for. The profile's Changed.props has the reasons.
    private static readonly Dictionary<LinkedObject, LinkedObject> Changed = new()
    {
        [new("//tensorflow/core/transforms/region_to_functional:Impl", "external/tensorflow_changed/tensorflow/core/transforms/region_to_functional/impl.cc")] =
            new("//tensorflow/core/transforms/region_to_functional:Impl", "tensorflow/core/transforms/region_to_functional/impl.cc"),
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tfnative-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_objects_that_are_linked_are_those_that_Bazel_links()
    {
        HashSet<LinkedObject> ours = LinkedObject.Read(await ListActionsAsync(), Library);
        HashSet<LinkedObject> bazels = LinkedObject.Read(
            Path.Combine(Checkout.Root, "tests/TfNative.Bazel.Tests/Golden/Data/tensorflow/tf_framework.actions-opt.json.gz"), Library);

        Assert.Equal(617, ours.Count(o => o.Repository.Length == 0));
        Assert.Equal(Changed.Keys, ours.Except(bazels));
        Assert.Equal(NotLinked.Keys, bazels.Except(ours).Except(Changed.Values).Select(o => o.Repository).Distinct());
    }

    /// <summary>The action graph of the sample's project, as it is restored and built from the packed SDK.</summary>
    private async Task<string> ListActionsAsync()
    {
        string file = Path.Combine(folder.FullName, "actions.json");
        (int exitCode, string output) = await Checkout.DotNetAsync(
            Path.Combine(Checkout.Root, "samples/TensorFlowFramework/TensorFlowFramework"),
            new Dictionary<string, string> { ["TFNATIVE_BUILD"] = Path.Combine(folder.FullName, "build") },
            "build", "-c", "Release", "-t:BazelActions", "-p:BazelActionsOutput=json", "-p:BazelActionsFile=" + file);
        Assert.True(exitCode == 0, output);
        return file;
    }
}
