using System.Runtime.InteropServices;
using Microsoft.Build.Logging.StructuredLogger;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What a person can get wrong: each has its code, says where it is and what to do.</summary>
[Collection(SdkCollection.Name)]
public class BadInputTests(SdkPackage sdk)
{
    private const string TopBuildFile = "native/BUILD.bazel";

    private Error Fails(string code, Action<TestFolder> spoil, string projectLines = "", string? file = null, int line = 0)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, projectLines);
        spoil(folder);
        Error error = folder.Build("native").AssertFailed(code);
        if (file is not null)
            Assert.Equal((folder.PathOf(file), line), (error.File, error.LineNumber));
        return error;
    }

    private static void Contains(string expected, Error error) => Assert.Contains(expected, error.Text, StringComparison.Ordinal);

    [Fact]
    public void A_project_without_a_target_shows_the_item_to_add() =>
        Contains("<BazelTarget Include=", Fails("TFN4001", folder => folder.Replace("native/native.csproj", "<BazelTarget Include=\"//:libsmall.so\" />", "")));

    [Fact]
    public void An_unknown_profile_is_an_error() =>
        Contains("tensorflow-99", Fails("TFN4002", _ => { }, "<PropertyGroup><BazelProfile>tensorflow-99</BazelProfile></PropertyGroup>"));

    [Fact]
    public void A_processor_that_cannot_be_built_for_is_an_error() =>
        Contains("linux-x64", Fails("TFN4003", _ => { }, "<PropertyGroup><RuntimeIdentifier>linux-riscv64</RuntimeIdentifier></PropertyGroup>"));

    [Fact]
    public void Another_processor_than_the_machine_s_needs_a_compiler_for_it()
    {
        string other = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-x64" : "linux-arm64";
        string project = $"<PropertyGroup><RuntimeIdentifier>{other}</RuntimeIdentifier></PropertyGroup>";
        Contains("CCompiler", Fails("TFN4025", _ => { }, project));
        // Which one is the project's to know.
        using TestFolder folder = SmallWorkspace.Create(sdk, project);
        folder.Build("native", "-p:CCompiler=gcc").AssertSucceeded();
    }

    [Fact]
    public void A_definition_without_a_value_names_the_item_and_its_project()
    {
        Error error = Fails("TFN4011", _ => { }, "<ItemGroup><BazelDefine Include=\"language\" /></ItemGroup>");
        Contains("BazelDefine \"language\"", error);
        Assert.EndsWith("native.csproj", error.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_in_a_build_file_is_reported_where_it_is() =>
        Fails("TFN1101", folder => folder.Write(TopBuildFile, "cc_library(\n    name = ,\n)\n"), file: TopBuildFile, line: 2);

    [Fact]
    public void An_undefined_name_is_reported_where_it_is() =>
        Contains("cc_libary", Fails("TFN1201", folder => folder.Write(TopBuildFile, "\ncc_libary(name = \"libsmall.so\")\n"), file: TopBuildFile, line: 2));

    [Fact]
    public void A_label_that_does_not_exist_suggests_the_nearest() =>
        Contains("libsmall.so", Fails("TFN2003", folder => folder.Replace("native/native.csproj", "//:libsmall.so", "//:libsmal.so")));

    [Fact]
    public void A_dependency_that_does_not_exist_is_reported_where_it_is_named() =>
        Contains("//one:none", Fails("TFN2003", folder => folder.Replace(TopBuildFile, "\"//one\"", "\"//one:none\"")));

    [Fact]
    public void A_package_that_does_not_exist_is_named() =>
        Contains("three", Fails("TFN2002", folder => folder.Replace(TopBuildFile, "\"//one\"", "\"//three\"")));

    [Fact]
    public void A_repository_that_is_not_declared_shows_the_item_to_add()
    {
        Error error = Fails("TFN2004", folder => folder.Replace(TopBuildFile, "\"//one\"", "\"@eigen//:eigen\""));
        Contains("<BazelRepository Include=\"eigen\"", error);
        Contains("//:libsmall.so", error);
    }

    [Fact]
    public void A_select_without_a_match_lists_the_conditions_tried()
    {
        Error error = Fails("TFN2005", folder => folder.Write("native/one/BUILD.bazel", """
            config_setting(name = "a", define_values = {"x": "1"})
            config_setting(name = "b", define_values = {"x": "2"})
            cc_library(name = "one", srcs = select({":a": ["one.cc"], ":b": []}), visibility = ["//visibility:public"])
            """));
        Contains("//one:a", error);
        Contains("//one:b", error);
    }

    [Fact]
    public void A_dependency_cycle_is_shown_as_a_path()
    {
        Error error = Fails("TFN2007", folder => folder.Write("native/one/BUILD.bazel", """
            cc_library(name = "one", deps = [":other"], visibility = ["//visibility:public"])
            cc_library(name = "other", deps = [":one"])
            """));
        Contains("//one:one", error);
        Contains("//one:other", error);
    }

    [Fact]
    public void A_missing_source_names_the_target_that_wants_it()
    {
        Error error = Fails("TFN2008", folder => File.Delete(folder.PathOf("native/one/one.cc")));
        Contains("one.cc", error);
        Contains("//one:one", error);
    }

    [Fact]
    public void A_compiler_that_is_not_installed_is_named_with_the_package_to_install()
    {
        Contains("no-such-gcc", Fails("TFN2017", _ => { }, "<PropertyGroup><CCompiler>no-such-gcc</CCompiler></PropertyGroup>"));
        Contains("apt-get install g++", Fails("TFN2017", _ => { }, "<PropertyGroup><PATH>/nowhere</PATH></PropertyGroup>"));
    }

    [Fact]
    public void An_output_that_a_command_does_not_make_is_named()
    {
        Error error = Fails("TFN3013", folder => folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", "true"));
        Contains("number.h", error);
        Contains("//two:number", error);
    }

    [Fact]
    public void A_workspace_that_does_not_exist_is_named() =>
        Contains("/nowhere", Fails("TFN2015", _ => { }, "<PropertyGroup><BazelWorkspace>/nowhere</BazelWorkspace></PropertyGroup>"));

    [Fact]
    public void A_pattern_that_names_no_target_is_an_error() =>
        Contains("//two/none/...", Fails("TFN2016", folder => folder.Replace("native/native.csproj", "//:libsmall.so", "//two/none/...")));
}
