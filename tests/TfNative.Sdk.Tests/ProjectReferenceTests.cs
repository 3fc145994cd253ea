using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class ProjectReferenceTests(SdkPackage sdk)
{
    [Fact]
    public void A_program_finds_the_library_beside_it()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Build("program").AssertSucceeded();
        Assert.Equal("3", folder.Run("program/bin/Debug/net10.0/program.dll"));
    }

    [Fact]
    public void A_change_in_native_code_reaches_the_program()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Build("program").AssertSucceeded();
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return 40; }\n");
        folder.Build("program").AssertSucceeded();
        Assert.Equal("42", folder.Run("program/bin/Debug/net10.0/program.dll"));
    }

    [Fact]
    public void The_compiler_is_given_no_reference_and_no_framework_has_to_match()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        // A framework for all C# projects of a repository must not become the native project's: no other can refer to this one.
        folder.Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0-windows</TargetFramework></PropertyGroup></Project>");
        SmallWorkspace.AddProgram(folder);
        BuildResult build = folder.Build("program");
        build.AssertSucceeded();
        Assert.Empty(build.Warnings);
        Assert.Equal("3", folder.Run("program/bin/Debug/net10.0/program.dll"));
    }

    [Fact]
    public void The_library_is_published_with_the_program()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Command("publish", "program", "-o", folder.PathOf("published")).AssertSucceeded();
        Assert.Equal("3", folder.Run("published/program.dll"));
    }

    [Fact]
    public void A_program_that_is_built_alone_copies_what_the_last_build_made()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Build("native").AssertSucceeded();
        BuildResult build = folder.Build("program", "-p:BuildProjectReferences=false");
        build.AssertSucceeded();
        Assert.Equal(0, build.CountTasks("TranslateBazelTargets"));
        Assert.Equal("3", folder.Run("program/bin/Debug/net10.0/program.dll"));
    }

    [Fact]
    public void Clean_of_the_program_removes_the_copy_beside_it()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Build("program").AssertSucceeded();
        folder.Command("clean", "program").AssertSucceeded();
        Assert.DoesNotContain(folder.Files(""), file => file.EndsWith("libsmall.so", StringComparison.Ordinal));
    }
}
