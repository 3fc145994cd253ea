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
        [.. evaluated.GetProperty("Items").GetProperty(type).EnumerateArray().Select(item => item.GetProperty(metadata).GetString()!)];

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
    public void Properties_of_the_profile_hold() =>
        Assert.Equal("true", Evaluate("").GetProperty("Properties").GetProperty("NativeWarningsAsMessages").GetString());
}
