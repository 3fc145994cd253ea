using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class NativeProjectTests(SdkPackage sdk)
{
    [Fact]
    public void Its_library_is_copied_to_the_output_folder()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.Equal([SmallWorkspace.Library], folder.Files("native/bin"));
        Assert.True(build.NativeActions.Ran > 0);
        Assert.Contains("native -> " + folder.PathOf(SmallWorkspace.Library), build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_it_is_built_for_Release_as_a_program_is()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Command("publish", "native").AssertSucceeded();
        Assert.Equal(["native/bin/Release/libsmall.so", "native/bin/Release/publish/libsmall.so"], folder.Files("native/bin"));
    }

    [Fact]
    public void Building_again_runs_no_action_and_changes_no_file()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        IReadOnlyList<string> files = folder.Files("native");
        string list = folder.Read("native/obj/Debug/native.csproj.FileListAbsolute.txt");
        for (int i = 0; i < 3; i++)
        {
            BuildResult build = folder.Build("native");
            build.AssertSucceeded();
            Assert.Equal(0, build.NativeActions.Ran);
            Assert.True(build.NativeActions.UpToDate > 0);
            Assert.False(build.ReadBuildFiles);
            Assert.Equal(files, folder.Files("native"));
            Assert.Equal(list, folder.Read("native/obj/Debug/native.csproj.FileListAbsolute.txt"));
        }
    }

    [Fact]
    public void A_changed_header_recompiles_what_includes_it()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        folder.Write("native/one/one.h", "int one();\nint another();\n");
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        string[] compiled = [.. build.Messages.Where(text => text.Contains(".cc:", StringComparison.Ordinal)).Select(text => text.Split(':')[0]).Distinct()];
        Assert.Equal(["Compiling one/one.cc", "Compiling small.cc"], compiled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_changed_option_recompiles_everything()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<ItemGroup><BazelCopt Include=\"-DA=1\" /></ItemGroup>");
        folder.Build("native").AssertSucceeded();
        folder.Replace("native/native.csproj", "-DA=1", "-DA=2");
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.Equal(3, build.Messages.Count(text => text.StartsWith("Compiling ", StringComparison.Ordinal) && text.Contains(".cc: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_removed_library_is_linked_again_and_nothing_is_compiled()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        string library = Assert.Single(folder.Files("native/obj"), file => file.EndsWith("/libsmall.so", StringComparison.Ordinal));
        File.Delete(folder.PathOf(library));
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.Equal(1, build.NativeActions.Ran);
        Assert.True(folder.Exists(library));
    }

    [Fact]
    public void A_new_file_that_a_glob_matches_is_noticed()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/one/BUILD.bazel", "[\"one.cc\"]", "glob([\"*.cc\"])");
        folder.Build("native").AssertSucceeded();
        folder.Write("native/one/more.cc", "int more() { return 3; }\n");
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.Contains(build.Messages, text => text.StartsWith("Compiling one/more.cc", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_build_makes_in_the_workspace_is_no_source()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/BUILD.bazel", "srcs = [\"small.cc\"]", "srcs = glob([\"**/*.cc\", \"**/*.h\"])");
        // Left by another configuration; neither is compiled.
        folder.Write("native/obj/Release/copy.cc", "wrong\n");
        folder.Write("native/bin/Release/copy.cc", "wrong\n");
        folder.Build("native").AssertSucceeded();
        BuildResult again = folder.Build("native");
        Assert.False(again.ReadBuildFiles);
        Assert.Equal(0, again.NativeActions.Ran);
    }

    [Fact]
    public void A_repository_with_files_laid_over_it_is_read_again_only_when_its_sources_have_changed()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, """
            <ItemGroup>
              <BazelRepository Include="ext" Path="../ext" BuildFile="ext.BUILD" LinkFiles="deep/extra.h=extra.h" Patches="ext.patch" />
            </ItemGroup>
            """);
        folder.Replace("native/BUILD.bazel", "\"//two\"", "\"//two\", \"@ext\"");
        folder.Write("native/ext.BUILD", "cc_library(name = \"ext\", srcs = glob([\"**/*.cc\"]), hdrs = glob([\"**/*.h\"]), visibility = [\"//visibility:public\"])\n");
        folder.Write("native/extra.h", "#define EXTRA 1\n");
        folder.Write("native/ext.patch", "--- a/deep/ext.cc\n+++ b/deep/ext.cc\n@@ -1 +1,2 @@\n-int ext();\n+#include \"deep/extra.h\"\n+int ext() { return EXTRA; }\n");
        folder.Write("ext/deep/ext.cc", "int ext();\n");
        folder.Build("native").AssertSucceeded();
        BuildResult again = folder.Build("native");
        again.AssertSucceeded();
        Assert.False(again.ReadBuildFiles);
        Assert.Equal("int ext();\n", folder.Read("ext/deep/ext.cc"));

        folder.Write("ext/new.cc", "int more() { return 1; }\n");
        BuildResult changed = folder.Build("native");
        changed.AssertSucceeded();
        Assert.Contains(changed.Messages, text => text.StartsWith("Compiling external/ext/new.cc", StringComparison.Ordinal));
    }

    [Fact]
    public void Clean_removes_what_was_made_and_nothing_else()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/bin/Debug/mine.txt", "mine");
        folder.Write("native/obj/mine.txt", "mine");
        IReadOnlyList<string> sources = folder.Files("native");
        folder.Build("native").AssertSucceeded();
        folder.Command("clean", "native").AssertSucceeded();
        // NuGet's files and the list of what is left stay, as after a clean of any project.
        IEnumerable<string> left = folder.Files("native").Where(file => !IsRestored(file) && !file.EndsWith("FileListAbsolute.txt", StringComparison.Ordinal));
        Assert.Equal(sources, left);
        folder.Build("native").AssertSucceeded();
        Assert.True(folder.Exists(SmallWorkspace.Library));
    }

    [Fact]
    public void Configurations_stand_side_by_side()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native", "-c", "Debug").AssertSucceeded();
        folder.Build("native", "-c", "Release").AssertSucceeded();
        Assert.Equal([SmallWorkspace.Library, "native/bin/Release/libsmall.so"], folder.Files("native/bin"));
        Assert.Equal(0, folder.Build("native", "-c", "Debug").NativeActions.Ran);
    }

    [Fact]
    public void The_question_whether_it_is_up_to_date_is_answered_without_building()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        folder.Build("native", "-question").AssertSucceeded();
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return 7; }\n");
        BuildResult asked = folder.Build("native", "-question");
        asked.AssertFailed("TFN4016");
        Assert.Equal(0, asked.NativeActions.Ran);
    }

    [Fact]
    public void What_was_translated_is_there_as_items()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, """
            <Target Name="Show" DependsOnTargets="TranslateBazelTargets">
              <Message Importance="High" Text="compile: @(BazelCompile->'%(Identity)', ' ')" />
              <Message Importance="High" Text="link: @(BazelLink->'%(Filename)%(Extension)', ' ')" />
              <Message Importance="High" Text="generate: @(BazelGenerate->'%(Filename)%(Extension)', ' ')" />
              <Message Importance="High" Text="output: @(NativeOutput->'%(Filename)%(Extension) %(Label)', ' ')" />
            </Target>
            """);
        BuildResult build = folder.Build("native", "-t:Show");
        build.AssertSucceeded();
        Assert.Contains("compile: ", build.Output, StringComparison.Ordinal);
        string compile = build.Messages.Single(text => text.StartsWith("compile: ", StringComparison.Ordinal));
        Assert.Equal(
            ["native/one/one.cc", "native/small.cc", "native/two/two.cc"],
            compile["compile: ".Length..].Split(' ').Select(path => Path.GetRelativePath(folder.Root, path)).Order(StringComparer.Ordinal));
        Assert.Contains("output: libsmall.so //:libsmall.so", build.Messages);
        Assert.Contains(build.Messages, text => text.StartsWith("link: ", StringComparison.Ordinal) && text.Contains("libsmall.so", StringComparison.Ordinal));
        Assert.Contains(build.Messages, text => text.StartsWith("generate: ", StringComparison.Ordinal) && text.Contains("number.h", StringComparison.Ordinal));
    }

    private static bool IsRestored(string file) =>
        file.Contains(".nuget.", StringComparison.Ordinal) || file.EndsWith("project.assets.json", StringComparison.Ordinal)
        || file.EndsWith(".assets.cache", StringComparison.Ordinal);
}
