using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What IDEs do to fill their project tree, to ask for references, and to decide whether to build.</summary>
[Collection(SdkCollection.Name)]
public class DesignTimeBuildTests(SdkPackage sdk)
{
    private static readonly string[] Asked = ["-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"];

    [Theory]
    [InlineData("-p:DesignTimeBuild=true")]
    [InlineData("-p:BuildingProject=false")]
    public void Nothing_is_translated_or_built(string property)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        VisualStudioTargets.AddTo(folder);
        folder.Command("restore", "program").AssertSucceeded();
        foreach (string project in (string[])["native", "program"])
        {
            BuildResult build = folder.Command(
                "msbuild", project, property, "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
                "-t:ResolveAssemblyReferences;ResolveProjectReferences;ResolveProjectReferencesDesignTime;GetCopyToOutputDirectoryItems;GetTargetPath;Compile;CoreCompile;"
                + VisualStudioTargets.Names);
            build.AssertSucceeded();
            Assert.Empty(build.Warnings);
            Assert.Equal(0, build.CountTasks("TranslateBazelTargets") + build.CountTasks("BuildNativeActions") + build.CountTasks("Exec"));
        }

        Assert.DoesNotContain(folder.Files(""), file => file.Contains("/obj/Debug/bazel/", StringComparison.Ordinal));
    }

    [Fact]
    public void Visual_Studio_s_up_to_date_check_has_the_exact_inputs_and_outputs()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        VisualStudioTargets.AddTo(folder);
        // Offered to compiles, but read by none.
        folder.Replace("native/one/BUILD.bazel", "hdrs = [\"one.h\"]", "hdrs = [\"one.h\", \"unread.h\"]");
        folder.Write("native/one/unread.h", "");
        folder.Build("native").AssertSucceeded();
        string[] inputs = Ask(folder, "CollectUpToDateCheckInputDesignTime");
        Assert.Equal(
            ["BUILD.bazel", "one/BUILD.bazel", "one/one.cc", "one/one.h", "small.cc", "two/BUILD.bazel", "two/two.cc", "two/two.h"],
            inputs.Where(input => input.StartsWith(folder.Root, StringComparison.Ordinal))
                .Select(input => Path.GetRelativePath(folder.PathOf("native"), input)).Order(StringComparer.Ordinal));
        string stamp = Assert.Single(Ask(folder, "CollectUpToDateCheckOutputDesignTime"));
        Assert.Equal(["bin/Debug/libsmall.so"], Ask(folder, "CollectUpToDateCheckBuiltDesignTime"));

        // As Visual Studio compares: after a build no input is younger than the output, though no action ran for it.
        File.SetLastWriteTimeUtc(folder.PathOf("native/one/one.cc"), DateTime.UtcNow);
        Assert.True(inputs.Max(File.GetLastWriteTimeUtc) > File.GetLastWriteTimeUtc(stamp));
        folder.Build("native").AssertSucceeded();
        Assert.True(inputs.Max(File.GetLastWriteTimeUtc) <= File.GetLastWriteTimeUtc(stamp));
    }

    [Fact]
    public void The_project_tree_shows_build_files_and_sources_before_and_after_a_build()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        string[] expected = ["BUILD.bazel", "one/BUILD.bazel", "one/one.cc", "one/one.h", "small.cc", "two/BUILD.bazel", "two/two.cc", "two/two.h"];
        Assert.Equal(expected, Tree(folder, "native").Select(file => file.Path).Order(StringComparer.Ordinal));
        folder.Build("native").AssertSucceeded();
        Assert.Equal(expected, Tree(folder, "native").Select(file => Path.GetRelativePath(folder.PathOf("native"), file.Path)).Order(StringComparer.Ordinal));

        // A workspace somewhere else is shown as a tree, too.
        folder.Write("elsewhere/elsewhere.csproj", folder.Read("native/native.csproj").Replace("<ItemGroup>", "<PropertyGroup><BazelWorkspace>../native</BazelWorkspace></PropertyGroup><ItemGroup>", StringComparison.Ordinal));
        Assert.Empty(Tree(folder, "elsewhere"));
        folder.Build("elsewhere").AssertSucceeded();
        Assert.Equal(expected, Tree(folder, "elsewhere").Select(file => file.Link).Order(StringComparer.Ordinal));
        Assert.Empty(Items(folder.Query("native", "-getItem:None")));
    }

    [Fact]
    public void A_machine_without_sources_and_compiler_is_no_error()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<PropertyGroup><BazelProfile>tensorflow-2.14</BazelProfile><TfNativeSources>/nowhere</TfNativeSources></PropertyGroup>");
        VisualStudioTargets.AddTo(folder);
        folder.Command("restore", "native").AssertSucceeded();
        BuildResult build = folder.Command("msbuild", "native", [.. Asked, "-p:PATH=/nowhere", "-t:ResolveProjectReferences;CompileDesignTime;" + VisualStudioTargets.Names]);
        build.AssertSucceeded();
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public void A_native_project_has_its_capabilities_and_no_Csharp()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        string[] capabilities = [.. Items(folder.Query("native", "-getItem:ProjectCapability")).Select(item => item.Path)];
        Assert.Contains("TfNative", capabilities);
        Assert.Contains("NativeLibrary", capabilities);
        Assert.DoesNotContain("CSharp", capabilities);
    }

    [Fact]
    public async System.Threading.Tasks.Task Roslyn_s_workspace_opens_the_samples_without_a_diagnostic()
    {
        using TestFolder folder = Samples.Copy(sdk);
        folder.AddRestoredPackagesAsSource();
        folder.Command("restore", "samples").AssertSucceeded();
        using var workspace = MSBuildWorkspace.Create();
        var said = new List<string>();
        using WorkspaceEventRegistration registration = workspace.RegisterWorkspaceFailedHandler(failure =>
        {
            lock (said)
                said.Add(failure.Diagnostic.ToString());
        });
        Solution solution;
        using (folder.UsePackages())
            solution = await workspace.OpenSolutionAsync(folder.PathOf("samples/Samples.slnx"));
        Assert.Empty(said);
        Assert.Equal(
            ["FaceDetection", "HelloNative", "HelloNative.Native", "TensorFlowLite"],
            solution.Projects.Select(project => project.Name).Order(StringComparer.Ordinal));
        Project program = solution.Projects.Single(project => project.Name == "HelloNative");
        Compilation compilation = (await program.GetCompilationAsync())!;
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(folder.Files("samples"), file => file.Contains("/bazel/", StringComparison.Ordinal));
    }

    private static string[] Ask(TestFolder folder, string target)
    {
        string output = folder.Query("native", [.. Asked, "-getTargetResult:" + target]);
        JsonElement result = JsonDocument.Parse(output).RootElement.GetProperty("TargetResults").GetProperty(target);
        Assert.Equal("Success", result.GetProperty("Result").GetString());
        return [.. result.GetProperty("Items").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    private static IEnumerable<(string Path, string Link)> Tree(TestFolder folder, string project) =>
        Items(folder.Query(project, "-p:DesignTimeBuild=true", "-getItem:None"));

    private static IEnumerable<(string Path, string Link)> Items(string json) => JsonDocument.Parse(json).RootElement
        .GetProperty("Items").EnumerateObject().SelectMany(type => type.Value.EnumerateArray())
        .Select(item => (item.GetProperty("Identity").GetString()!, item.TryGetProperty("Link", out JsonElement link) ? link.GetString()! : ""));
}
