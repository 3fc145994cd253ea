using System.Text.Json;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The target BazelActions: the action graph as text, as JSON, and as compile_commands.json.</summary>
[Collection(SdkCollection.Name)]
public class BazelActionsTests(SdkPackage sdk)
{
    [Fact]
    public void They_are_shown_on_the_terminal()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        BuildResult build = folder.Build("native", "-t:BazelActions");
        build.AssertSucceeded();
        Assert.Contains("Mnemonic: CppCompile", build.Output, StringComparison.Ordinal);
        Assert.Contains("Target: //two:number", build.Output, StringComparison.Ordinal);
        Assert.Equal(0, build.NativeActions.Ran);
    }

    [Fact]
    public void A_file_gets_one_JSON_object_for_each()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native", "-t:BazelActions", "-p:BazelActionsOutput=json", "-p:BazelActionsFile=actions.json").AssertSucceeded();
        JsonElement[] actions = [.. folder.Read("native/actions.json").TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(
            ["one/one.cc", "small.cc", "two/two.cc"],
            actions.Where(action => action.GetProperty("m").GetString() == "CppCompile").Select(action => action.GetProperty("src").GetString()!).Order(StringComparer.Ordinal));
        JsonElement genrule = Assert.Single(actions, action => action.GetProperty("m").GetString() == "Genrule");
        Assert.Equal("//two:number", genrule.GetProperty("t").GetString());
    }

    [Fact]
    public void Compile_commands_json_has_the_real_path_of_each_source_and_how_to_compile_it()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        folder.Build("native", "-t:BazelActions", "-p:BazelActionsOutput=none").AssertSucceeded();
        JsonElement[] commands = [.. JsonDocument.Parse(folder.Read("native/compile_commands.json")).RootElement.EnumerateArray()];
        Assert.Equal(
            [folder.PathOf("native/one/one.cc"), folder.PathOf("native/small.cc"), folder.PathOf("native/two/two.cc")],
            commands.Select(command => command.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        foreach (JsonElement command in commands)
        {
            string[] arguments = [.. command.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()!)];
            (int exitCode, string output) = DotNet.Start(arguments[0], command.GetProperty("directory").GetString()!, null, null, arguments[1..]);
            Assert.True(exitCode == 0, output);
        }
    }

    [ProgramFact("clangd")]
    public void Clangd_finds_its_way_in_the_sources()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        folder.Build("native", "-t:BazelActions", "-p:BazelActionsOutput=none").AssertSucceeded();
        (int exitCode, string output) = DotNet.Start("clangd", folder.Root, null, null, "--check=" + folder.PathOf("native/two/two.cc"));
        Assert.True(exitCode == 0, output);
        // Without the database it would guess a command.
        Assert.Contains("Compile command from CDB", output, StringComparison.Ordinal);
    }
}
