using System.IO.Compression;
using System.Text.Json;
using Microsoft.Build.Logging.StructuredLogger;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>dotnet pack of native projects, and what consumers of the packages see.</summary>
[Collection(SdkCollection.Name)]
public class PackingTests(SdkPackage sdk)
{
    private const string Properties = PackageConsumer.Properties;

    [Fact]
    public void A_package_has_libraries_headers_notices_and_bill_of_materials_and_is_the_same_again()
    {
        using TestFolder folder = VersionedLibrary.Create(sdk, Properties + """
            <ItemGroup>
              <BazelRepository Include="ext" Path="../ext" LinkFiles="a/own.cc=$(MSBuildProjectDirectory)/../a/own.cc;b/own.cc=$(MSBuildProjectDirectory)/../b/own.cc" />
              <NativeHeader Include="core/core.h" />
            </ItemGroup>
            """);
        folder.Replace("native/BUILD.bazel", "linkshared = True,", "linkshared = True, deps = [\"@ext//:ext\", \"//core:headers\", \"//made\"],");
        folder.Write("native/core/core.h", "// SPDX-License-Identifier: Zlib\nint core();\n");
        folder.Write("native/core/BUILD.bazel", folder.Read("native/core/BUILD.bazel") + "\ncc_library(name = \"headers\", hdrs = [\"core.h\"], visibility = [\"//visibility:public\"])\n");
        folder.Replace("native/small.cc", "int core();", "// Licensed under the Apache License, Version 2.0\n#include \"core/core.h\"");
        // A tool of the build is compiled as the libraries are, and is no part of the package.
        folder.Write("native/made/BUILD.bazel", """
            cc_binary(name = "tool", srcs = ["tool.cc"])
            genrule(name = "source", outs = ["made.cc"], cmd = "$(location :tool) > $@", tools = [":tool"])
            cc_library(name = "made", srcs = [":source"], visibility = ["//visibility:public"])
            """);
        folder.Write("native/made/tool.cc", "#include <cstdio>\nint main() { std::puts(\"int made() { return 1; }\"); }\n");
        folder.Write("ext/WORKSPACE", "workspace(name = \"ext\")\n");
        folder.Write("ext/LICENSE", "The licence of ext.\n");
        folder.Write("ext/BUILD.bazel", "licenses([\"notice\"])\ncc_library(name = \"ext\", srcs = [\"ext.cc\", \"a/own.cc\", \"b/own.cc\"], visibility = [\"//visibility:public\"])\n");
        folder.Write("ext/ext.cc", "int ext() { return 1; }\n");
        // Laid over the repository: what they are called there, not where they lie.
        folder.Write("a/own.cc", "// SPDX-License-Identifier: MIT\nint a() { return 1; }\n");
        folder.Write("b/own.cc", "int b() { return 1; }\n");

        folder.Command("pack", "native", "-c", "Debug", "-o", folder.PathOf("feed")).AssertSucceeded();
        string package = folder.PathOf("feed/Small.Native.1.2.3.nupkg");
        Dictionary<string, string> files = Read(package);
        // One name has the content, the others are made links by the consumer's build.
        Assert.Equal(
            ["runtimes/linux-x64/native/libcore.so.2", "runtimes/linux-x64/native/libsmall.so"],
            files.Keys.Where(name => name.StartsWith("runtimes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("int core();", files["build/native/include/core/core.h"], StringComparison.Ordinal);
        Assert.Contains("AdditionalIncludeDirectories", files["build/native/Small.Native.props"], StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">MIT</license>", files["Small.Native.nuspec"], StringComparison.Ordinal);
        Assert.Contains("ext (declared: notice)", files["THIRD-PARTY-NOTICES.txt"], StringComparison.Ordinal);
        Assert.Contains("The licence of ext.", files["THIRD-PARTY-NOTICES.txt"], StringComparison.Ordinal);
        Assert.Equal(
            [("ext/a/own.cc", "MIT"), ("ext/b/own.cc", "NOASSERTION"), ("ext/ext.cc", "NOASSERTION"), ("Small.Native/core/core.cc", "NOASSERTION"), ("Small.Native/core/core.h", "Zlib"), ("Small.Native/small.cc", "Apache-2.0")],
            Licenses(files["_manifest/spdx_2.3/manifest.spdx.json"]).OrderBy(file => file.Path, StringComparer.OrdinalIgnoreCase));
        Assert.StartsWith("NONE\tSmall.Native/core/core.cc\nNONE\text/b/own.cc\nNONE\text/ext.cc\n", folder.Read("native/obj/Debug/bazel/licenses.txt"), StringComparison.Ordinal);
        // Debug information is in a package of its own, and the library without it names the file.
        Assert.Contains("runtimes/linux-x64/native/libsmall.so.2.14.1.debug", Read(folder.PathOf("feed/Small.Native.symbols.1.2.3.nupkg")).Keys);

        folder.Command("pack", "native", "-c", "Debug", "--no-build", "-p:NativePackageLicenseReport=report.txt", "-o", folder.PathOf("again")).AssertSucceeded();
        Assert.Equal(File.ReadAllBytes(package), File.ReadAllBytes(folder.PathOf("again/Small.Native.1.2.3.nupkg")));
        Assert.Equal(folder.Read("native/obj/Debug/bazel/licenses.txt"), folder.Read("native/report.txt"));
    }

    [Fact]
    public void A_program_restores_the_package_and_calls_the_library_under_all_its_names()
    {
        using TestFolder folder = VersionedLibrary.Create(sdk, Properties);
        folder.Command("pack", "native", "-o", folder.PathOf("feed")).AssertSucceeded();
        using TestFolder consumer = Consumer(folder);
        consumer.Build("program").AssertSucceeded();
        AssertRuns(consumer, "program/bin/Debug/net10.0/", "runtimes/linux-x64/native/");
        consumer.Command("publish", "program", "-r", "linux-x64", "--self-contained", "false", "-o", consumer.PathOf("published")).AssertSucceeded();
        AssertRuns(consumer, "published/", "");
        consumer.Command("clean", "program").AssertSucceeded();
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(consumer.PathOf("program/bin/Debug"), "*.so*", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void A_package_that_is_too_large_becomes_one_for_each_runtime_and_one_that_leads_to_them()
    {
        // Another runtime for the same processor, so that no cross compiler is wanted.
        using TestFolder folder = VersionedLibrary.Create(sdk, Properties + """
            <PropertyGroup>
              <RuntimeIdentifiers>linux-x64;linux-musl-x64</RuntimeIdentifiers>
              <BazelCpu>k8</BazelCpu>
              <NativePackageSizeLimit>10000</NativePackageSizeLimit>
            </PropertyGroup>
            """);
        folder.Write("native/core/core.cc", "int core() { return 6; }\n" + LargeData());
        BuildResult pack = folder.Command("pack", "native", "-o", folder.PathOf("feed"));
        pack.AssertSucceeded();
        Assert.Equal(
            ["Small.Native.1.2.3.nupkg", "Small.Native.runtime.linux-musl-x64.1.2.3.nupkg", "Small.Native.runtime.linux-x64.1.2.3.nupkg"],
            Directory.EnumerateFiles(folder.PathOf("feed")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // The gallery would refuse what is too large for a single runtime.
        Assert.Equal(["TFN5004", "TFN5004"], pack.Warnings.Select(warning => warning.Code));
        Assert.True(folder.Exists("native/obj/Release/linux-musl-x64/bazel/actions.graph"));
        Assert.Contains("Small.Native.runtime.linux-x64", Read(folder.PathOf("feed/Small.Native.1.2.3.nupkg"))["runtime.json"], StringComparison.Ordinal);
        using TestFolder consumer = Consumer(folder);
        consumer.Build("program", "-r", "linux-x64", "--self-contained", "false").AssertSucceeded();
        AssertRuns(consumer, "program/bin/Debug/net10.0/linux-x64/", "");
    }

    [Fact]
    public void A_licence_that_is_not_allowed_and_what_else_a_package_cannot_be_made_with_are_errors()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, Properties + "<ItemGroup><NativePackageAllowedLicense Include=\"MIT\" /></ItemGroup>");
        folder.Write("native/one/one.cc", "// SPDX-License-Identifier: GPL-3.0-only\n#include \"one/one.h\"\nint one() { return 1; }\n");
        Error error = folder.Command("pack", "native").AssertFailed("TFN5001");
        Assert.Contains("Small.Native/one/one.cc: GPL-3.0-only", error.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("small.cc", error.Text, StringComparison.Ordinal);
        error = folder.Command("pack", "native", "-p:NativePackageUnlicensedAllowed=false").AssertFailed("TFN5001");
        Assert.Contains("Small.Native/small.cc: its header names no licence", error.Text, StringComparison.Ordinal);
        folder.Command("pack", "native", "-p:PackageLicenseExpression=").AssertFailed("TFN5002");
        folder.Command("pack", "native", "-p:NativeDebugSymbols=none").AssertFailed("TFN5007");
        error = folder.Command("pack", "native", "-c", "Debug", "-p:NativeObjCopy=no-such-objcopy").AssertFailed("TFN5003");
        Assert.Contains("binutils", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Csharp_library_s_package_has_its_native_library()
    {
        using TestFolder folder = VersionedLibrary.Create(sdk);
        folder.Write("wrapper/wrapper.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Sdk Name="TfNative.Sdk" Version="{Repository.SdkVersion}" />
              <PropertyGroup>
                <TargetFrameworks>
                  net10.0;
                  net10.0-windows
                </TargetFrameworks>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                <BazelWorkspace>../native</BazelWorkspace>
                <PackageId>Small.Native</PackageId>
                <Version>1.2.3</Version>
                <PackageLicenseExpression>MIT</PackageLicenseExpression>
              </PropertyGroup>
              <ItemGroup><BazelTarget Include="//:libsmall.so" /></ItemGroup>
            </Project>
            """);
        folder.Write("wrapper/Wrapper.cs", """
            using System.Runtime.InteropServices;
            public static class Wrapper
            {
                [DllImport("small")]
                public static extern int small_sum();
            }
            """);
        BuildResult pack = folder.Command("pack", "wrapper", "-o", folder.PathOf("feed"));
        pack.AssertSucceeded();
        // Of the builds for two frameworks one packs the library.
        Assert.Empty(pack.Warnings);
        Dictionary<string, string> files = Read(folder.PathOf("feed/Small.Native.1.2.3.nupkg"));
        Assert.Contains("lib/net10.0/wrapper.dll", files.Keys);
        Assert.Contains("THIRD-PARTY-NOTICES.txt", files.Keys);
        using TestFolder consumer = Consumer(folder);
        consumer.Write("program/Program.cs", "System.Console.WriteLine(Wrapper.small_sum());\n");
        consumer.Build("program").AssertSucceeded();
        AssertRuns(consumer, "program/bin/Debug/net10.0/", "runtimes/linux-x64/native/");
    }

    private TestFolder Consumer(TestFolder packed) => PackageConsumer.Create(sdk, packed);

    private static void AssertRuns(TestFolder consumer, string output, string libraries)
    {
        Assert.Equal("7", consumer.Run(output + "program.dll"));
        string folder = consumer.PathOf(output + libraries);
        foreach (string name in (string[])["libsmall.so.2", "libsmall.so.2.14.1"])
            Assert.Equal("libsmall.so", new FileInfo(Path.Combine(folder, name)).LinkTarget);
        Assert.True(File.Exists(Path.Combine(folder, "libcore.so.2")));
    }

    /// <summary>What no compression makes small.</summary>
    private static string LargeData()
    {
        var random = new Random(1);
        return "extern const unsigned char data[] = {" + string.Join(',', Enumerable.Range(0, 40_000).Select(_ => random.Next(256))) + "};\n";
    }

    private static IEnumerable<(string Path, string License)> Licenses(string spdx) => JsonDocument.Parse(spdx).RootElement
        .GetProperty("files").EnumerateArray()
        .Select(file => (file.GetProperty("fileName").GetString()![2..], file.GetProperty("licenseConcluded").GetString()!));

    private static Dictionary<string, string> Read(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
