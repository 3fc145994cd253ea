using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>MSBuild's own ways to build.</summary>
[Collection(SdkCollection.Name)]
public class MSBuildModeTests(SdkPackage sdk)
{
    private TestFolder Create()
    {
        TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        return folder;
    }

    [Fact]
    public void In_the_multithreaded_mode_no_task_goes_to_a_task_host()
    {
        using TestFolder folder = Create();
        BuildResult build = folder.Build("program", "-mt", "-m:2");
        build.AssertSucceeded();
        Assert.Equal(1, build.CountTasks("BuildNativeActions"));
        Assert.DoesNotContain(build.Messages, text => text.Contains("TfNative.Tasks", StringComparison.Ordinal) && text.Contains("task host", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("3", folder.Run("program/bin/Debug/net10.0/program.dll"));
        Assert.Equal(0, folder.Build("program", "-mt", "-m:2").NativeActions.Ran);
    }

    [Fact]
    public void Several_native_projects_share_the_cores()
    {
        using TestFolder folder = Create();
        // Each action notes how many run at the same time; they wait for each other for a moment, so that they would be more.
        folder.Write("native/two/BUILD.bazel", folder.Read("native/two/BUILD.bazel") + """

            [genrule(
                name = "slow%d" % i,
                outs = ["slow%d.txt" % i],
                cmd = "d=$$(mktemp -d -p RUNNING); ls RUNNING | wc -l >> SEEN; sleep 0.2; rmdir $$d; touch $@",
            ) for i in range(6)]
            """
            .Replace("RUNNING", folder.PathOf("running"), StringComparison.Ordinal).Replace("SEEN", folder.PathOf("seen"), StringComparison.Ordinal));
        Directory.CreateDirectory(folder.PathOf("running"));
        string project = folder.Read("native/native.csproj").Replace(
            "<ItemGroup>", "<PropertyGroup><BazelWorkspace>../native</BazelWorkspace></PropertyGroup><ItemGroup>", StringComparison.Ordinal);
        string slow = string.Concat(Enumerable.Range(0, 6).Select(i => $"<BazelTarget Include=\"//two:slow{i}\" />"));
        foreach (string name in (string[])["first", "second", "third"])
            folder.Write($"{name}/{name}.csproj", project.Replace("<BazelTarget Include=\"//:libsmall.so\" />", slow, StringComparison.Ordinal));
        folder.Replace("program/program.csproj", "<ProjectReference Include=\"../native/native.csproj\" />", """
            <ProjectReference Include="../native/native.csproj" />
            <ProjectReference Include="../first/first.csproj" /><ProjectReference Include="../second/second.csproj" /><ProjectReference Include="../third/third.csproj" />
            """);
        folder.Build("first", "-m:2").AssertSucceeded();
        int[] alone = [.. File.ReadLines(folder.PathOf("seen")).Select(int.Parse)];
        Assert.Equal((6, 2), (alone.Length, alone.Max()));

        File.Delete(folder.PathOf("seen"));
        folder.Command("clean", "first").AssertSucceeded();
        folder.Build("program", "-m:2").AssertSucceeded();
        int[] seen = [.. File.ReadLines(folder.PathOf("seen")).Select(int.Parse)];
        Assert.Equal(18, seen.Length);
        // MSBuild gives every project one core and shares out the others: one that began alone has two until it asks again.
        Assert.True(seen.Max() <= 3, $"{seen.Max()} actions ran at the same time with two cores");
    }

    [Fact]
    public void A_graph_build_and_a_build_with_checks_say_nothing_and_a_lock_file_holds()
    {
        using TestFolder folder = Create();
        folder.Replace("program/program.csproj", "<OutputType>", "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile><OutputType>");
        BuildResult build = folder.Build("program", "-graph");
        build.AssertSucceeded();
        Assert.Empty(build.Warnings);
        Assert.Equal("3", folder.Run("program/bin/Debug/net10.0/program.dll"));
        Assert.True(folder.Exists("program/packages.lock.json"));

        BuildResult check = folder.Build("program", "-check", "-p:RestoreLockedMode=true");
        check.AssertSucceeded();
        Assert.Empty(check.Warnings);
        Assert.Equal(0, check.NativeActions.Ran);

    }

    [Fact]
    public void The_binary_log_has_each_action_with_its_reason_duration_and_label()
    {
        using TestFolder folder = Create();
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        foreach ((string action, string label) in ((string, string)[])
            [("Compiling one/one.cc", "//one:one"), ("Compiling two/two.cc", "//two:two"), ("Compiling small.cc", "//:libsmall.so"), ("Linking bazel-out/k8-dbg/bin/libsmall.so", "//:libsmall.so")])
        {
            Assert.Contains(build.Messages, text => text.StartsWith(action + ": ", StringComparison.Ordinal));
            Assert.Contains(build.Messages, text => text.StartsWith(action + " took ", StringComparison.Ordinal) && text.EndsWith($"[{label}]", StringComparison.Ordinal));
        }

        Assert.Equal(build.NativeActions.Ran, build.Messages.Count(text => text.Contains(" took ", StringComparison.Ordinal) && text.EndsWith(']')));
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return 7; }\n");
        Assert.Contains(folder.Build("native").Messages, text => text.StartsWith("Compiling one/one.cc: ", StringComparison.Ordinal) && text.Contains("one/one.cc", StringComparison.Ordinal));
    }

    [Fact]
    public void Nodes_and_servers_that_stay_alive_take_another_package_and_let_go_of_its_files()
    {
        using TestFolder folder = Create();
        // Of our own: the salt keeps others' nodes out.
        folder.Variables["MSBUILDDISABLENODEREUSE"] = "0";
        folder.Variables["MSBUILDNODEHANDSHAKESALT"] = folder.Root;
        folder.Variables["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1";
        try
        {
            string feed = Directory.CreateDirectory(folder.PathOf("feed")).FullName;
            folder.Replace("NuGet.config", "<clear />", $"<clear /><add key=\"newer\" value=\"{feed}\" />");
            folder.Build("program", "-m:2", "-nodeReuse:true").AssertSucceeded();
            Assert.NotEmpty(ProcessesWith(sdk.Packages));

            // Another package while they live.
            (int exitCode, string output) = DotNet.Run(
                folder.Root, null, "pack", Path.Combine(Repository.Root, "sdk/TfNative.Sdk/TfNative.Sdk.csproj"), "--no-build", "-p:BuildProjectReferences=false",
                "-p:PackageVersion=0.1.1", "--configuration", Repository.Configuration, "--output", feed);
            Assert.True(exitCode == 0, output);
            folder.Replace("native/native.csproj", "TfNative.Sdk/0.1.0", "TfNative.Sdk/0.1.1");
            folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return 40; }\n");
            BuildResult build = folder.Build("program", "-m:2", "-nodeReuse:true");
            build.AssertSucceeded();
            Assert.Contains("tfnative.sdk/0.1.1", build.TaskAssembly("BuildNativeActions"), StringComparison.Ordinal);
            Assert.Equal("42", folder.Run("program/bin/Debug/net10.0/program.dll"));
        }
        finally
        {
            DotNet.Run(folder.Root, folder.Variables, "build-server", "shutdown", "--msbuild");
        }

        Assert.Empty(ProcessesWith(folder.Root));
        Assert.Empty(ProcessesWith(sdk.Packages));
    }

    /// <summary>Those that have a file below a folder mapped.</summary>
    private static int[] ProcessesWith(string folder)
    {
        var found = new List<int>();
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                if (File.ReadAllText(process + "/maps").Contains(folder + "/", StringComparison.Ordinal))
                    found.Add(int.Parse(Path.GetFileName(process)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended, or is another user's.
            }
        }

        return [.. found];
    }
}
