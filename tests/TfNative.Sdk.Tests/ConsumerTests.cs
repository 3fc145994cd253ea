using System.Text.Json;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Projects that reference native ones, in the ways that MSBuild knows.</summary>
[Collection(SdkCollection.Name)]
public class ConsumerTests(SdkPackage sdk)
{
    private const string Configurations = "linux-x64";

    [Fact]
    public void A_project_for_several_frameworks_has_the_library_beside_each()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        // Two names for the one framework whose targeting pack is at hand.
        folder.Replace("program/program.csproj", "<TargetFramework>net10.0</TargetFramework>", """
            <TargetFrameworks>net10.0;other</TargetFrameworks>
            <TargetFrameworkIdentifier Condition="'$(TargetFramework)' == 'other'">.NETCoreApp</TargetFrameworkIdentifier>
            <TargetFrameworkVersion Condition="'$(TargetFramework)' == 'other'">v10.0</TargetFrameworkVersion>
            """);
        folder.Build("program").AssertSucceeded();
        foreach (string framework in (string[])["net10.0", "other"])
            Assert.Equal("3", folder.Run($"program/bin/Debug/{framework}/program.dll"));
    }

    [Fact]
    public void Run_and_test_find_the_library()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        (int exitCode, string output) = DotNet.Run(folder.PathOf("program"), folder.Variables, "run");
        Assert.True(exitCode == 0, output);
        Assert.EndsWith("3", output.TrimEnd(), StringComparison.Ordinal);

        folder.AddRestoredPackagesAsSource();
        folder.Write("tests/tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="*" />
                <PackageReference Include="xunit" Version="*" />
                <PackageReference Include="xunit.runner.visualstudio" Version="*" />
                <ProjectReference Include="../native/native.csproj" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("tests/Tests.cs", """
            using System.Runtime.InteropServices;
            public class Tests
            {
                [Xunit.Fact]
                public void The_library_is_there() => Xunit.Assert.Equal(3, small_sum());

                [DllImport("small")]
                static extern int small_sum();
            }
            """);
        (exitCode, output) = DotNet.Run(folder.PathOf("tests"), folder.Variables, "test");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Passed:     1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_targets_configurations_and_runtimes_stand_side_by_side()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<ItemGroup><BazelTarget Include=\"//two:tool;//one\" /></ItemGroup>");
        folder.Write("native/two/BUILD.bazel", folder.Read("native/two/BUILD.bazel") + "\ncc_binary(name = \"tool\", srcs = [\"tool.cc\"])\n");
        folder.Write("native/two/tool.cc", "#include <cstdio>\nint main() { std::puts(\"tool\"); }\n");
        folder.Build("native").AssertSucceeded();
        folder.Build("native", "-c", "Release").AssertSucceeded();
        folder.Build("native", "-r", Configurations).AssertSucceeded();
        foreach (string place in (string[])["Debug", "Release", "Debug/linux-x64"])
        {
            Assert.Contains($"native/bin/{place}/libsmall.so", folder.Files("native/bin"));
            Assert.Equal("tool", folder.Run($"native/bin/{place}/tool"));
            Assert.True(folder.Exists($"native/obj/{place}/bazel/actions.graph"));
        }

        // Each is as it was.
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);
        Assert.Equal(0, folder.Build("native", "-r", Configurations).NativeActions.Ran);
    }

    [Fact]
    public void Rebuild_builds_all_again_and_leaves_what_is_not_its_own()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Write("native/bin/Debug/mine.txt", "mine");
        folder.Write("program/bin/Debug/net10.0/mine.txt", "mine");
        folder.Build("program").AssertSucceeded();
        IReadOnlyList<string> files = [.. folder.Files("").Where(IsKept)];
        BuildResult rebuild = folder.Build("program", "-t:Rebuild");
        rebuild.AssertSucceeded();
        Assert.True(rebuild.NativeActions.Ran > 0);
        Assert.Equal(0, rebuild.NativeActions.UpToDate);
        Assert.Equal(files, folder.Files("").Where(IsKept));

        static bool IsKept(string file) => !file.EndsWith(".binlog", StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_project_gives_is_told_without_building()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        string[] before = [.. folder.Files("native")];
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return 7; }\n");
        string told = folder.Query("native", "-getTargetResult:GetTargetPath", "-getTargetResult:GetCopyToOutputDirectoryItems");
        JsonElement results = JsonDocument.Parse(told).RootElement.GetProperty("TargetResults");
        Assert.Empty(results.GetProperty("GetTargetPath").GetProperty("Items").EnumerateArray());
        JsonElement item = Assert.Single(results.GetProperty("GetCopyToOutputDirectoryItems").GetProperty("Items").EnumerateArray());
        Assert.Equal("libsmall.so", item.GetProperty("TargetPath").GetString());
        Assert.Equal("PreserveNewest", item.GetProperty("CopyToOutputDirectory").GetString());
        Assert.Equal(before, folder.Files("native"));
    }
}
