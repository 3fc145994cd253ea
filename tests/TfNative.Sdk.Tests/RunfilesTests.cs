using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Programs that look their data up with Bazel's runfiles libraries, by folder and by manifest.</summary>
[Collection(SdkCollection.Name)]
public class RunfilesTests(SdkPackage sdk)
{
    private const string Build = """
        genrule(name = "made", outs = ["made_data.txt"], cmd = "echo made > $@")
        DATA = ["data.txt", ":made"]
        # Of the three libraries only this one reads what a manifest escapes.
        genrule(name = "spaced", outs = ["name with spaces.txt"], cmd = "echo spaced > '$@'")
        sh_binary(name = "shell", srcs = ["shell.sh"], data = DATA + [":spaced"], deps = ["@bazel_tools//tools/bash/runfiles"])
        py_binary(name = "python", srcs = ["python.py"], data = DATA + [":spaced"], deps = ["@bazel_tools//tools/python/runfiles"])
        cc_binary(name = "native", srcs = ["native.cc"], data = DATA + [":spaced"], deps = ["@bazel_tools//tools/cpp/runfiles"])
        TOOLS = ["shell", "python", "native"]
        # As a tool finds its folder, told the folder only, and told the manifest only.
        [genrule(
            name = tool + "_" + how, outs = [tool + "_" + how + ".txt"], tools = [":" + tool],
            cmd = "D=$$PWD/$(execpath :" + tool + ").runfiles; " + setting + "$(execpath :" + tool + ") > $@",
        ) for tool in TOOLS for how, setting in {
            "beside": "",
            "folder": "cp $(execpath :" + tool + ") $(@D)/" + tool + ".folder; RUNFILES_DIR=$$D ",
            "manifest": "RUNFILES_MANIFEST_ONLY=1 RUNFILES_MANIFEST_FILE=$$D/MANIFEST ",
            "beside_manifest": "cmp $${D}_manifest $$D/MANIFEST; RUNFILES_MANIFEST_FILE=$${D}_manifest ",
        }.items()]
        """;

    private const string Shell = """
        #!/bin/bash
        set -uo pipefail; set +e; f=bazel_tools/tools/bash/runfiles/runfiles.bash
        source "${RUNFILES_DIR:-/dev/null}/$f" 2>/dev/null || \
          source "$(grep -sm1 "^$f " "${RUNFILES_MANIFEST_FILE:-/dev/null}" | cut -f2- -d' ')" 2>/dev/null || \
          source "$0.runfiles/$f" 2>/dev/null || \
          source "$(grep -sm1 "^$f " "$0.runfiles_manifest" | cut -f2- -d' ')" 2>/dev/null || \
          { echo>&2 "ERROR: cannot find $f"; exit 1; }; f=; set -e
        cat "$(rlocation ws/data.txt)" "$(rlocation ws/made_data.txt)"
        test "$(cat "$(rlocation "ws/name with spaces.txt")")" = spaced

        """;

    private const string Python = """
        from bazel_tools.tools.python.runfiles import runfiles
        r = runfiles.Create()
        for path in ["ws/data.txt", "ws/made_data.txt"]:
            with open(r.Rlocation(path)) as data:
                print(data.read(), end = "")
        with open(r.Rlocation("ws/name with spaces.txt")) as data:
            assert data.read() == "spaced\n"

        """;

    private const string Native = """
        #include <fstream>
        #include <iostream>
        #include <memory>
        #include "tools/cpp/runfiles/runfiles.h"
        int main(int argc, char** argv) {
          std::string error;
          std::unique_ptr<bazel::tools::cpp::runfiles::Runfiles> r(bazel::tools::cpp::runfiles::Runfiles::Create(argv[0], &error));
          if (!r) { std::cerr << error; return 1; }
          for (const char* path : {"ws/data.txt", "ws/made_data.txt"})
            std::cout << std::ifstream(r->Rlocation(path)).rdbuf();
          std::string word;
          std::ifstream(r->Rlocation("ws/name with spaces.txt")) >> word;
          return word == "spaced" ? 0 : 1;
        }

        """;

    [Fact]
    public void Data_are_found_in_the_folder_and_through_the_manifest()
    {
        using var folder = new TestFolder(sdk);
        folder.Write("native/native.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <ItemGroup><BazelTarget Include="//:all" /></ItemGroup>
            </Project>
            """);
        folder.Write("native/WORKSPACE", "workspace(name = \"ws\")\n");
        folder.Write("native/BUILD", Build);
        folder.Write("native/data.txt", "data\n");
        folder.WriteProgram("native/shell.sh", Shell);
        folder.Write("native/python.py", Python);
        folder.Write("native/native.cc", Native);
        folder.Build("native").AssertSucceeded();
        foreach (string tool in (string[])["shell", "python", "native"])
        {
            foreach (string how in (string[])["beside", "folder", "manifest", "beside_manifest"])
                Assert.Equal((tool, how, "data\nmade\n"), (tool, how, folder.Read(Assert.Single(folder.Files("native/bin"), f => f.EndsWith($"/{tool}_{how}.txt", StringComparison.Ordinal)))));
        }
    }
}
