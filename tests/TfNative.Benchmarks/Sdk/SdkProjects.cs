using System.Diagnostics;

namespace TfNative.Benchmarks.Sdk;

/// <summary>Projects that use the packed SDK, and the same without it, restored and built once.</summary>
internal sealed class SdkProjects : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tfnative-sdk-").FullName;

    public SdkProjects(string feed)
    {
        Write("NuGet.config", $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");
        Write("empty/empty.csproj", Program(""));
        Write("none/none.csproj", Program(""));
        Write("managed/managed.csproj", Program("<ItemGroup><ProjectReference Include=\"../a/a.csproj\" /><ProjectReference Include=\"../b/b.csproj\" /></ItemGroup>"));
        Write("managed/Program.cs", "System.Console.WriteLine(1);\n");
        foreach (string name in (string[])["a", "b"])
            Write($"{name}/{name}.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>\n");
        Write("none/Program.cs", "System.Console.WriteLine(1);\n");
        Write("both/both.csproj", Program("<ItemGroup><ProjectReference Include=\"../first/first.csproj\" /><ProjectReference Include=\"../second/second.csproj\" /></ItemGroup>"));
        Write("both/Program.cs", "System.Console.WriteLine(1);\n");
        foreach (string name in (string[])["first", "second"])
        {
            Write($"{name}/{name}.csproj", Native($"<ItemGroup><BazelTarget Include=\"//:lib{name}.so\" /></ItemGroup>"));
            Write($"{name}/BUILD.bazel", $"cc_binary(name = \"lib{name}.so\", srcs = glob([\"*.cc\"]), linkshared = True)\n");
            for (int i = 0; i < 5; i++)
                Write($"{name}/{name}{i}.cc", $"int {name}{i}() {{ return {i}; }}\n");
        }

        Write("lite/TensorFlowLite.csproj", Native("""
            <PropertyGroup><BazelProfile>tensorflow-2.14</BazelProfile><Configuration>Release</Configuration></PropertyGroup>
            <ItemGroup><BazelTarget Include="//tensorflow/lite/c:tensorflowlite_c" /></ItemGroup>
            """));
        Run("restore", "lite");
        Run("restore", "empty");
        Run("build", "none");
        Run("build", "managed");
        Run("build", "both");
    }

    /// <summary>Runs dotnet with a command for the project in a folder, in that folder.</summary>
    public void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [arguments[0], .. arguments[2..]])
        {
            WorkingDirectory = Path.Combine(_root, arguments[1]),
            RedirectStandardOutput = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        // Nodes stay alive, as they do by default, but none that others started are used.
        start.Environment["MSBUILDNODEHANDSHAKESALT"] = _root;
        start.Environment.Remove("MSBUILDDISABLENODEREUSE");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }

    public void Dispose()
    {
        Run("build-server", "none", "shutdown", "--msbuild");
        Directory.Delete(_root, recursive: true);
    }

    private static string Program(string lines) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>{lines}</Project>\n";

    private static string Native(string lines) => $"<Project Sdk=\"TfNative.Sdk/0.1.0\">{lines}</Project>\n";

    private void Write(string path, string text)
    {
        string full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
