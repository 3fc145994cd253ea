using System.Text.Json;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>How what a profile says and what a project says come together.</summary>
[Collection(SdkCollection.Name)]
public class ProfileTests(SdkPackage sdk)
{
    private const string Profile = """
        <Project>
          <PropertyGroup><NativeWarningsAsMessages>true</NativeWarningsAsMessages></PropertyGroup>
          <ItemGroup>
            <BazelRepository Include="a" Path="/profile/a" />
            <BazelRepository Include="b" Path="/profile/b" BuildFile="//:b.BUILD" />
            <BazelCopt Include="-O2" />
            <BazelDefine Include="x=profile" />
            <BazelBind Include="b=//profile" />
            <BazelRcFile Include="profile.bazelrc" />
            <BazelConfig Include="profile" />
            <BazelRepositoryProgram Include="profile" />
            <BazelRepositoryDownload Include="profile.tar" />
          </ItemGroup>
        </Project>
        """;

    private JsonElement Evaluate(string projectLines)
    {
        using TestFolder folder = SmallWorkspace.Create(
            sdk, "<PropertyGroup><BazelProfile>mine.props</BazelProfile></PropertyGroup>" + projectLines);
        folder.Write("native/mine.props", Profile);
        string output = folder.Query("native", "-getItem:BazelRepository,BazelCopt,BazelDefine,BazelBind,BazelRcFile,BazelConfig,BazelRepositoryProgram,BazelRepositoryDownload", "-getProperty:NativeWarningsAsMessages");
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private static string[] Items(JsonElement evaluated, string type, string metadata = "Identity") =>
        [.. evaluated.GetProperty("Items").GetProperty(type).EnumerateArray().Select(item => item.TryGetProperty(metadata, out JsonElement value) ? value.GetString()! : "")];

    [Fact]
    public void A_repository_of_the_project_replaces_the_profile_s()
    {
        JsonElement evaluated = Evaluate("<ItemGroup><BazelRepository Include=\"b\" Path=\"/mine/b\" /></ItemGroup>");
        Assert.Equal(["/profile/a", "/mine/b"], Items(evaluated, "BazelRepository", "Path"));
    }

    [Fact]
    public void Options_of_the_project_come_after_the_profile_s()
    {
        JsonElement evaluated = Evaluate("<ItemGroup><BazelCopt Include=\"-O3\" /><BazelDefine Include=\"x=mine\" /></ItemGroup>");
        Assert.Equal(["-O2", "-O3"], Items(evaluated, "BazelCopt"));
        Assert.Equal(["x=profile", "x=mine"], Items(evaluated, "BazelDefine"));
    }

    [Theory]
    [InlineData("BazelBind", "b=//profile")]
    [InlineData("BazelRcFile", "profile.bazelrc")]
    [InlineData("BazelConfig", "profile")]
    [InlineData("BazelRepositoryProgram", "profile")]
    [InlineData("BazelRepositoryDownload", "profile.tar")]
    public void What_the_project_says_comes_last(string item, string profile) =>
        Assert.Equal([profile, "mine"], Items(Evaluate($"<ItemGroup><{item} Include=\"mine\" /></ItemGroup>"), item));

    [Fact]
    public void TensorFlow_is_configured_by_its_own_rules()
    {
        JsonElement evaluated = EvaluateTensorFlow("", "");
        Dictionary<string, string> rules = Items(evaluated, "BazelRepository").Zip(Items(evaluated, "BazelRepository", "Rule"))
            .Where(repository => repository.First.StartsWith("local_config_", StringComparison.Ordinal) && repository.Second.Length > 0).ToDictionary(repository => repository.First, repository => repository.Second);
        Assert.Equal(
            ["cuda", "def_file_filter", "git", "nccl", "python", "remote_execution", "rocm", "syslibs", "tensorrt"],
            rules.Keys.Select(name => name["local_config_".Length..]).Order(StringComparer.Ordinal));
        Assert.All(rules.Values, rule => Assert.Matches("^//[a-z_/]+:[a-z_]+\\.bzl%[a-z_]+_configure$", rule));
    }

    [Fact]
    public void Libraries_of_the_system_take_the_places_of_those_that_would_be_built()
    {
        JsonElement evaluated = EvaluateTensorFlow("<BazelThirdParty>system</BazelThirdParty>", "<BazelThirdPartyLibrary Include=\"zlib\" From=\"source\" />");
        Assert.Equal("//third_party/systemlibs:re2.BUILD", SystemBuildFile(evaluated, "com_googlesource_code_re2"));
        Assert.Null(SystemBuildFile(evaluated, "zlib"));
        Assert.DoesNotContain("zlib", SystemLibraries(evaluated));
    }

    [Fact]
    public void Libraries_are_built_where_there_are_sources_and_nothing_else_is_said()
    {
        JsonElement evaluated = EvaluateTensorFlow("", "<BazelThirdPartyLibrary Include=\"gif\" From=\"system\" />");
        Assert.Equal(["boringssl", "curl", "gif", "org_sqlite"], SystemLibraries(evaluated).Order(StringComparer.Ordinal));
        Assert.Equal("//third_party/systemlibs:gif.BUILD", SystemBuildFile(evaluated, "gif"));
        Assert.Null(SystemBuildFile(evaluated, "com_googlesource_code_re2"));
    }

    [Fact]
    public void A_repository_of_the_project_is_taken_whatever_is_said_of_third_parties()
    {
        JsonElement evaluated = EvaluateTensorFlow("<BazelThirdParty>system</BazelThirdParty>", "<BazelRepository Include=\"zlib\" Path=\"/mine/zlib\" />");
        Assert.Equal("/mine/zlib", Items(evaluated, "BazelRepository", "Path")[Array.IndexOf(Items(evaluated, "BazelRepository"), "zlib")]);
        Assert.Single(Items(evaluated, "BazelRepository"), "zlib");
    }

    [Theory]
    [InlineData("<PropertyGroup><BazelThirdParty>both</BazelThirdParty></PropertyGroup>", "TFN4020")]
    [InlineData("<ItemGroup><BazelThirdPartyLibrary Include=\"zlib\" From=\"there\" /></ItemGroup>", "TFN4020")]
    [InlineData("<ItemGroup><BazelThirdPartyLibrary Include=\"zlib\" From=\"system\" /></ItemGroup>", "TFN4021")]
    [InlineData("<ItemGroup><BazelThirdPartyLibrary Include=\"zlib\" From=\"source\" /></ItemGroup>", "TFN4022")]
    public void A_choice_that_cannot_be_met_is_an_error(string lines, string code)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, lines);
        Assert.Contains("error " + code, folder.Build("native").Output, StringComparison.Ordinal);
    }

    private static string? SystemBuildFile(JsonElement evaluated, string repository) =>
        Items(evaluated, "BazelRepository", "Attributes")[Array.IndexOf(Items(evaluated, "BazelRepository"), repository)]
            .Split(';').FirstOrDefault(attribute => attribute.StartsWith("system_build_file=", StringComparison.Ordinal))?["system_build_file=".Length..];

    private static string[] SystemLibraries(JsonElement evaluated) =>
        Assert.Single(Items(evaluated, "BazelRepositoryEnvironment"), variable => variable.StartsWith("TF_SYSTEM_LIBS=", StringComparison.Ordinal))["TF_SYSTEM_LIBS=".Length..].Split(',');

    private JsonElement EvaluateTensorFlow(string properties, string items)
    {
        using TestFolder folder = SmallWorkspace.Create(
            sdk, $"<PropertyGroup><BazelProfile>tensorflow-2.14</BazelProfile>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup>");
        return JsonDocument.Parse(folder.Query("native", "-getItem:BazelRepository,BazelRepositoryEnvironment")).RootElement.Clone();
    }

    [Fact]
    public void Properties_of_the_profile_hold() =>
        Assert.Equal("true", Evaluate("").GetProperty("Properties").GetProperty("NativeWarningsAsMessages").GetString());
}
