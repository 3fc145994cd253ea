using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The shipped profile declares TensorFlow's whole workspace: its largest library can be asked about.</summary>
[Collection(SdkCollection.Name)]
public class TensorFlowQueryTests(SdkPackage sdk)
{
    // Repositories whose targets are others than those that Bazel was asked about, with the reason. All others must agree.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["@curl"] = "the system's libcurl through TensorFlow's third_party/systemlibs, as Debian's source has other files than TensorFlow's BUILD file names",
        ["@org_sqlite"] = "the system's libsqlite3, likewise",
        ["@jsoncpp_git"] = "JsonCpp 1.9.6, which Debian serves, has no switches; the version that Bazel answered about had two",
        ["@pthreadpool"] = "pthreadpool 20240616, which Debian serves, selects its sources by platform; the version that Bazel answered about did not",
        ["@ruy"] = "the headers and archives of Debian's libruy-dev, where Bazel was asked about a stub with empty targets",
        ["@FXdiv"] = "the real library, where Bazel was asked about an empty stub",
    };

    [FullSourcesFact]
    public void Its_closure_is_that_of_Bazel()
    {
        using var folder = new TestFolder(sdk);
        folder.Write("native/native.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <PropertyGroup><BazelProfile>tensorflow-2.14</BazelProfile></PropertyGroup>
              <ItemGroup><BazelTarget Include="//tensorflow:libtensorflow_cc.so.2.14.1" /></ItemGroup>
            </Project>
            """);
        folder.Build(
            "native", "-t:BazelQuery", "-p:Query=deps(//tensorflow:libtensorflow_cc.so.2.14.1)", "-p:QueryOutput=label_kind",
            "-p:QueryImplicitDeps=false", "-p:QueryToolDeps=false", "-p:QueryFile=answer.txt").AssertSucceeded();
        HashSet<string> ours = [.. folder.Read("native/answer.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Unchanged)];
        HashSet<string> bazels = FullSources.ReadGolden("tensorflow/libtensorflow_cc.label_kind.txt");

        string[] missing = [.. bazels.Except(ours).Where(line => !Others.ContainsKey(RepositoryOf(line)))];
        string[] extra = [.. ours.Except(bazels).Where(line => !Others.ContainsKey(RepositoryOf(line)))];
        Assert.True(bazels.Count > 28_000);
        Assert.True(missing.Length + extra.Length == 0, string.Join('\n', [.. missing.Take(50).Select(l => "missing " + l), .. extra.Take(50).Select(l => "extra " + l)]));
        // A repository that agrees again needs no excuse.
        Assert.All(Others.Keys, repository => Assert.Contains(bazels.Except(ours).Concat(ours.Except(bazels)), line => RepositoryOf(line) == repository));
    }

    /// <summary>Files of TensorFlow that the profile changes lie in a repository of their own.</summary>
    private static string Unchanged(string line)
    {
        const string Changed = "@tensorflow_changed//:";
        int at = line.IndexOf(Changed, StringComparison.Ordinal), slash = line.LastIndexOf('/');
        return at < 0 ? line : $"{line[..at]}//{line[(at + Changed.Length)..slash]}:{line[(slash + 1)..]}";
    }

    private static string RepositoryOf(string line)
    {
        string label = line[(line.IndexOf("//", StringComparison.Ordinal) is var slashes && line.IndexOf('@') is >= 0 and int at && at < slashes ? at : slashes)..];
        return label[..label.IndexOf("//", StringComparison.Ordinal)];
    }
}
