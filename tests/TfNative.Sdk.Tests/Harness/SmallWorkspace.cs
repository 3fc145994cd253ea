namespace TfNative.Sdk.Tests.Harness;

/// <summary>A native project in folder "native" whose workspace has two libraries, a generated header and a shared
/// library; and C# programs that use it.</summary>
internal static class SmallWorkspace
{
    public const string Library = "native/bin/Debug/libsmall.so";

    public static TestFolder Create(SdkPackage sdk, string projectLines = "")
    {
        var folder = new TestFolder(sdk);
        AddNativeProject(folder, projectLines);
        folder.Write("native/BUILD.bazel", """
            cc_binary(name = "libsmall.so", srcs = ["small.cc"], linkshared = True, deps = ["//one", "//two"])
            """);
        folder.Write("native/small.cc", """
            #include "one/one.h"
            #include "two/two.h"
            extern "C" int small_sum() { return one() + two(); }
            """);
        folder.Write("native/one/BUILD.bazel", """
            cc_library(name = "one", srcs = ["one.cc"], hdrs = ["one.h"], visibility = ["//visibility:public"])
            """);
        folder.Write("native/one/one.h", "int one();\n");
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return 1; }\n");
        folder.Write("native/two/BUILD.bazel", """
            genrule(name = "number", outs = ["number.h"], cmd = "echo '#define NUMBER 2' > $@")
            cc_library(name = "two", srcs = ["two.cc", ":number"], hdrs = ["two.h"], visibility = ["//visibility:public"])
            """);
        folder.Write("native/two/two.h", "int two();\n");
        folder.Write("native/two/two.cc", "#include \"two/two.h\"\n#include \"two/number.h\"\nint two() { return NUMBER; }\n");
        return folder;
    }

    /// <summary>The project in folder "native" that builds //:libsmall.so of the workspace there.</summary>
    /// <param name="projectLines">What else the project says.</param>
    public static void AddNativeProject(TestFolder folder, string projectLines) => folder.Write("native/native.csproj", $"""
        <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
          <ItemGroup>
            <BazelTarget Include="//:libsmall.so" />
          </ItemGroup>
          {projectLines}
        </Project>
        """);

    /// <summary>A C# program in folder "program" that prints what the library says.</summary>
    public static void AddProgram(TestFolder folder, string sdkLines = "", string items = "<ProjectReference Include=\"../native/native.csproj\" />")
    {
        folder.Write("program/program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              {sdkLines}
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        folder.Write("program/Program.cs", """
            using System;
            using System.Runtime.InteropServices;

            Console.WriteLine(small_sum());

            [DllImport("small")]
            static extern int small_sum();
            """);
    }
}
