using System.Diagnostics;
using System.Globalization;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// A project of the packed SDK with a C++ program, sources of which are edited, and a model of it: what the program prints, and
/// which sources have to be compiled. The compiler is behind a script that notes when it begins and ends.
/// </summary>
internal sealed class KilledWorkspace : IDisposable
{
    public const int Sources = 10;
    private const int Headers = 3;

    private readonly string _root = Directory.CreateTempSubdirectory("tfnative-kill-").FullName;
    private readonly int[] _sources = new int[Sources];
    private readonly int[] _headers = new int[Headers];
    private readonly string[] _built = new string[Sources];
    private int _generated;

    public KilledWorkspace(string feed)
    {
        Write("NuGet.config", $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");
        Write("killed.csproj", $"""
            <Project Sdk="TfNative.Sdk/0.1.0">
              <PropertyGroup><BazelOutputBase>out</BazelOutputBase><CCompiler>{Path.Combine(_root, "gcc")}</CCompiler></PropertyGroup>
              <ItemGroup><BazelTarget Include="//:program" /></ItemGroup>
            </Project>
            """);
        Write("BUILD.bazel", """
            genrule(name = "gen", srcs = ["all.txt"], outs = ["gen.h"], cmd = "printf '#define GENERATED ' > $@; cat $(SRCS) >> $@")
            cc_library(name = "lib", srcs = glob(["s*.cc"]), hdrs = glob(["h*.h"]) + [":gen"])
            cc_binary(name = "program", srcs = ["main.cc"], deps = [":lib"])
            """);
        Write("gcc", $$"""
            #!/bin/bash
            output=
            for ((i = 1; i < $#; i++)); do [[ ${!i} == -o ]] && next=$((i + 1)) && output=${!next}; done
            [[ $output == *.o ]] && echo "begin $output" >> '{{NotesFile}}'
            /usr/bin/gcc "$@"
            code=$?
            [[ $output == *.o ]] && echo "end $output" >> '{{NotesFile}}'
            exit $code
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_root, "gcc"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Write("main.cc", "#include <cstdio>\n" + string.Concat(Enumerable.Range(0, Sources).Select(i => $"int s{i}();\n")) +
            "int main() {\n" + string.Concat(Enumerable.Range(0, Sources).Select(i => $"  std::printf(\"%d\\n\", s{i}());\n")) + "}\n");
        for (int i = 0; i < Headers; i++)
            WriteHeader(i, i);
        for (int i = 0; i < Sources; i++)
            WriteSource(i, i);
        WriteGenerated(0);
    }

    private string NotesFile => Path.Combine(_root, "notes.txt");

    /// <summary>Changes something, and never back to what it was.</summary>
    public void Edit(Random random, int number)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
            WriteSource(random.Next(Sources), 1000 + number);
        if (random.Next(4) == 0)
            WriteHeader(random.Next(Headers), 1000 + number);
        if (random.Next(12) == 0)
            WriteGenerated(1000 + number);
    }

    /// <summary>Starts dotnet build, which explains why each action runs.</summary>
    public Process Start() => Process.Start(new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-v", "minimal", "-p:BazelExplain=true"])
    {
        WorkingDirectory = _root,
        RedirectStandardOutput = true,
        Environment =
        {
            ["NUGET_PACKAGES"] = Path.Combine(_root, "packages"),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        },
    })!;

    /// <summary>Runs dotnet build to its end, which must be a good one.</summary>
    /// <returns>What it printed.</returns>
    public string Build()
    {
        using Process build = Start();
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? output : throw new InvalidOperationException("dotnet build failed:\n" + output);
    }

    /// <summary>Whether a compiler has begun since the notes were taken last.</summary>
    public bool HasBegun => File.Exists(NotesFile);

    /// <summary>What the compiler's script noted since the last call: the sources that it began, and those that it ended.</summary>
    public (List<int> Begun, HashSet<int> Ended) TakeNotes()
    {
        List<int> begun = [];
        HashSet<int> ended = [];
        foreach (string line in File.Exists(NotesFile) ? File.ReadAllLines(NotesFile) : [])
        {
            string[] words = line.Split(' ');
            string name = Path.GetFileName(words[1]).Split('.')[0];
            if (name == "main")
                continue;
            int source = int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
            if (words[0] == "begin")
                begun.Add(source);
            else
                ended.Add(source);
        }

        File.Delete(NotesFile);
        return (begun, ended);
    }

    /// <summary>Whether what a source was last compiled from is not what it is now.</summary>
    public bool IsStale(int source) => _built[source] != Version(source);

    /// <summary>All that is stale has been compiled.</summary>
    public void AllBuilt()
    {
        for (int i = 0; i < Sources; i++)
            _built[i] = Version(i);
    }

    /// <summary>Runs the program.</summary>
    /// <exception cref="InvalidOperationException">It does not print what its sources say.</exception>
    public void CheckProgram()
    {
        string path = Directory.EnumerateFiles(Path.Combine(_root, "out/execroot/bazel-out"), "program", SearchOption.AllDirectories).Single();
        using Process program = Process.Start(new ProcessStartInfo(path) { RedirectStandardOutput = true })!;
        string printed = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        string expected = string.Concat(Enumerable.Range(0, Sources).Select(i => $"{_sources[i] + _headers[i % Headers] + _generated}\n"));
        if (printed != expected)
            throw new InvalidOperationException($"the program prints\n{printed}and should print\n{expected}");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Version(int source) => $"{_sources[source]} {_headers[source % Headers]} {_generated}";

    private void WriteSource(int i, int value)
    {
        _sources[i] = value;
        // As long to compile as ordinary sources, so that kills come in the middle of it.
        Write($"s{i}.cc", $"#include <map>\n#include <string>\n#include \"h{i % Headers}.h\"\n#include \"gen.h\"\n" +
            $"int s{i}() {{ std::map<std::string, int> m; m[\"\"] = {value} + H{i % Headers} + GENERATED; return m[\"\"]; }}\n");
    }

    private void WriteHeader(int i, int value) => Write($"h{i}.h", $"#pragma once\n#define H{i} {_headers[i] = value}\n");

    private void WriteGenerated(int value) => Write("all.txt", $"{_generated = value}\n");

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_root, path), text);
}
