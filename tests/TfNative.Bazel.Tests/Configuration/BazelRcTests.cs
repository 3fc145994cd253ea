using TfNative.Bazel.Tests.Files;

namespace TfNative.Bazel.Tests.Configuration;

public class BazelRcTests
{
    private static (TranslationRequest Request, IReadOnlyCollection<string> Ignored) Apply(
        string text, string[]? configs = null, Func<TranslationRequest, TranslationRequest>? change = null, params (string Path, string Text)[] others)
    {
        var files = new InMemoryFileSystem();
        files.Add("/w/.bazelrc", text);
        foreach ((string path, string content) in others)
            files.Add(path, content);
        var request = new TranslationRequest { Workspace = "/w", Targets = [], OutputBase = "/o", BazelRcFiles = ["/w/.bazelrc"], BazelConfigs = configs ?? [] };
        return BazelRcOptions.Apply(change?.Invoke(request) ?? request, files);
    }

    private static string Fails(string text, params string[] configs)
    {
        BazelException error = Assert.Throws<BazelException>(() => Apply(text, configs));
        Assert.Equal("TFN2035", error.Code);
        return error.Message;
    }

    [Fact]
    public void Options_of_builds_are_taken_in_order()
    {
        (TranslationRequest request, _) = Apply("""
            # comment
            common --define=a=1
            build --copt=-Da --copt "-Db c" --cxxopt=-std=c++17 # comment
            build --define b=2 \
                  --host_copt=-w
            test --define=c=3
            """);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, request.Defines);
        Assert.Equal(["-Da", "-Db c"], request.Copts);
        Assert.Equal(["-std=c++17"], request.CxxOpts);
        Assert.Equal(["-w"], request.HostCopts);
    }

    [Fact]
    public void A_config_expands_where_it_is_named_and_may_name_others()
    {
        const string Text = """
            build:x --copt=-x --config=y
            build:y --copt=-y
            build --copt=-a --config=x --copt=-b
            build:z --copt=-z
            """;
        Assert.Equal(["-a", "-x", "-y", "-b"], Apply(Text).Request.Copts);
        Assert.Equal(["-a", "-x", "-y", "-b", "-z"], Apply(Text, ["z"]).Request.Copts);
    }

    [Fact]
    public void What_the_request_says_wins()
    {
        TranslationRequest request = Apply("build --define=a=1 --copt=-rc --features=-x", change: r => r with
        {
            Defines = new Dictionary<string, string> { ["a"] = "2" },
            Copts = ["-own"],
            Flags = new Dictionary<string, string> { ["features"] = "y" },
        }).Request;
        Assert.Equal("2", request.Defines["a"]);
        Assert.Equal(["-rc", "-own"], request.Copts);
        Assert.Equal("-x y", request.Flags["features"]);
    }

    [Fact]
    public void Switches_and_build_settings_become_flags()
    {
        IReadOnlyDictionary<string, string> flags =
            Apply("build --noincompatible_remove_legacy_whole_archive --//a:flag=v --@r//:on --no//a:off").Request.Flags;
        Assert.Equal("false", flags["incompatible_remove_legacy_whole_archive"]);
        Assert.Equal(("v", "true", "false"), (flags["--//a:flag"], flags["--@r//:on"], flags["--//a:off"]));
    }

    [Fact]
    public void Options_without_a_meaning_here_are_listed_once() =>
        Assert.Equal(["--announce_rc", "--spawn_strategy"], Apply("build --spawn_strategy=local --announce_rc\nbuild --announce_rc\n").Ignored);

    [Fact]
    public void The_config_of_the_platform_is_taken_where_it_is_enabled() =>
        Assert.Equal(["-l"], Apply("build --enable_platform_specific_config\nbuild:linux --copt=-l\nbuild:windows --copt=-w\n").Request.Copts);

    [Fact]
    public void Files_are_imported()
    {
        TranslationRequest request = Apply(
            "import %workspace%/more.bazelrc\ntry-import %workspace%/none.bazelrc\nbuild --copt=-b\n", others: ("/w/more.bazelrc", "build --copt=-a\n")).Request;
        Assert.Equal(["-a", "-b"], request.Copts);
    }

    [Fact]
    public void An_import_that_does_not_exist_is_reported_where_it_stands()
    {
        BazelException error = Assert.Throws<BazelException>(() => Apply("\nimport %workspace%/none\n"));
        Assert.Equal(("/w/.bazelrc", 2), (error.Location!.Value.File, error.Location.Value.Line));
    }

    [Fact]
    public void An_unknown_config_suggests_the_nearest() =>
        Assert.Contains("did you mean 'cuda'", Fails("build:cuda --copt=-c\n", "cdua"), StringComparison.Ordinal);

    [Fact]
    public void A_config_that_expands_to_itself_is_shown_as_a_path() =>
        Assert.Contains("x -> y -> x", Fails("build:x --config=y\nbuild:y --config=x\n", "x"), StringComparison.Ordinal);

    [Fact]
    public void Platforms_and_toolchains_are_options_that_mean_something()
    {
        (TranslationRequest request, IReadOnlyCollection<string> ignored) =
            Apply("build --platforms=//:p --extra_toolchains //:one\nbuild --extra_toolchains=//:two --platforms //:q\n");
        Assert.Equal("//:q", request.Flags["platforms"]);
        Assert.Equal("//:one,//:two", request.Flags["extra_toolchains"]);
        Assert.Empty(ignored);
    }
}
