using TfNative.Bazel;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks.Tests.Translation;

public class RequestValuesTests
{
    private static readonly TranslationRequest Request = new() { Workspace = "/w", Targets = ["//:a"], OutputBase = "/o" };

    public static TheoryData<string, TranslationRequest> Changes => new()
    {
        { "BazelWorkspace", Request with { Workspace = "/v" } },
        { "BazelTarget", Request with { Targets = ["//:a", "//:b"] } },
        { "BazelRepository eigen", Request with { Repositories = [new() { Name = "eigen", Path = "/e", LinkFiles = ["BUILD=/b"] }] } },
        { "BazelRepositoryEnvironment", Request with { RepositoryEnvironment = One } },
        { "BazelActionEnvironment", Request with { ActionEnvironment = One } },
        { "BazelDefine", Request with { Defines = One } },
        { "BazelFlag", Request with { Flags = One } },
        { "BazelCopt", Request with { Copts = ["-x"] } },
        { "BazelConlyopt", Request with { ConlyOpts = ["-x"] } },
        { "BazelCxxopt", Request with { CxxOpts = ["-x"] } },
        { "BazelLinkopt", Request with { LinkOpts = ["-x"] } },
        { "BazelHostCopt", Request with { HostCopts = ["-x"] } },
        { "BazelHostCxxopt", Request with { HostCxxOpts = ["-x"] } },
        { "BazelPerFileCopt", Request with { PerFileCopts = [PerFileCopt.Parse("a.*@-x")] } },
        { "BazelCompilationMode", Request with { Mode = CompilationMode.Dbg } },
        { "BazelCpu", Request with { Cpu = "aarch64" } },
        { "BazelHeaders", Request with { Headers = [new("//:a", Transitive: true, Private: false)] } },
        { "NativeIsa", Request with { Isa = "x86-64-v2" } },
        { "NativeIsa", Request with { IsaVariants = ["x86-64-v3"] } },
        { "NativeIsa", Request with { IsaVariantLinkOpts = ["-x"] } },
        { "NativeToolchain", Request with { Toolchain = new() { Processor = "another" } } },
        { "NativeToolchain", Request with { Toolchain = new() { CCompiler = "gcc-12" } } },
        { "BazelDistinctExecConfiguration", Request with { DistinctExecConfiguration = true } },
        { "BazelVisibility", Request with { Visibility = VisibilityPolicy.Warning } },
        { "BazelOutputBase", Request with { OutputBase = "/p" } },
    };

    private static Dictionary<string, string> One => new() { ["a"] = "1" };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_shows_in_the_value_of_its_item_alone(string name, TranslationRequest changed)
    {
        IReadOnlyDictionary<string, string> before = RequestValues.Of(Request), after = RequestValues.Of(changed);
        Assert.Equal([name], after.Keys.Where(key => !before.TryGetValue(key, out string? value) || value != after[key]));
    }

    [Fact]
    public void Equal_requests_have_equal_values() => Assert.Equal(RequestValues.Of(Request), RequestValues.Of(Request with { }));
}
