using System.Text.RegularExpressions;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>A folder with projects that use the packed SDK.</summary>
internal sealed partial class TestFolder : IDisposable
{
    private readonly SdkPackage _sdk;
    private int _builds;
    private Dictionary<string, string>? _variables;

    public TestFolder(SdkPackage sdk)
    {
        _sdk = sdk;
        Root = Directory.CreateTempSubdirectory("tfnative-test").FullName;
        Write("NuGet.config", $"""
            <configuration>
              <packageSources><clear /><add key="TfNative" value="{sdk.Feed}" /></packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
    }

    public string Root { get; }

    /// <summary>The folder that packages are restored to; by default that of all these tests.</summary>
    public string? Packages { get; init; }

    /// <summary>Lets projects restore what these tests themselves were restored with: a runtime, packages of test frameworks.</summary>
    public void AddRestoredPackagesAsSource() =>
        Replace("NuGet.config", "<clear />", $"<clear /><add key=\"restored\" value=\"{Repository.PackagesFolder}\" />");

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Write(string relative, string content)
    {
        string path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Writes a file that can be run.</summary>
    public void WriteProgram(string relative, string text)
    {
        Write(relative, text);
        DotNet.Start("chmod", Root, null, null, "+x", PathOf(relative));
    }

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public void Replace(string relative, string old, string replacement)
    {
        string before = Read(relative);
        Assert.Contains(old, before, StringComparison.Ordinal);
        Write(relative, before.Replace(old, replacement, StringComparison.Ordinal));
    }

    public bool Exists(string relative) => File.Exists(PathOf(relative));

    /// <summary>All files below a folder, relative to <see cref="Root"/>; links are not followed.</summary>
    public IReadOnlyList<string> Files(string relative)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.Exists(PathOf(relative))
            ? [.. Directory.EnumerateFiles(PathOf(relative), "*", options).Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Runs `dotnet build`, or another command of MSBuild's, in a folder.</summary>
    public BuildResult Build(string folder, params string[] arguments) => Command("build", folder, arguments);

    public BuildResult Command(string command, string folder, params string[] arguments)
    {
        string log = PathOf($"build{++_builds}.binlog");
        (int exitCode, string output) = DotNet.Run(PathOf(folder), Variables, [command, .. arguments, "-bl:" + log]);
        return new BuildResult(exitCode, output, log);
    }

    /// <summary>Runs `dotnet build` in a terminal.</summary>
    /// <returns>All that went over the screen, without colours and movements.</returns>
    public string BuildInTerminal(string folder) =>
        EscapeSequence().Replace(BuildInColourTerminal(folder), "").Replace('\r', '\n');

    /// <summary>As <see cref="BuildInTerminal"/>, with all that a terminal is told.</summary>
    public string BuildInColourTerminal(string folder, string arguments = "")
    {
        Command("restore", folder).AssertSucceeded();
        Dictionary<string, string> environment = new(Variables) { ["TERM"] = "xterm-256color" };
        (_, string output) = DotNet.Start(
            "script", PathOf(folder), environment, null, "-qec", "stty cols 160 rows 40; dotnet build --no-restore " + arguments, "/dev/null");
        return output;
    }

    [GeneratedRegex(@"\e\[[0-?]*[ -/]*[@-~]|\e\][^\a\e]*(?:\a|\e\\)")]
    private static partial Regex EscapeSequence();

    /// <summary>Runs `dotnet build` in a single process, which the build itself is going to kill.</summary>
    /// <param name="started">Gets the number of the process as soon as there is one.</param>
    public void BuildUntilKilled(string folder, Action<int> started)
    {
        Command("restore", folder).AssertSucceeded();
        (int exitCode, string output) = DotNet.Start("dotnet", PathOf(folder), Variables, started, "build", "--no-restore", "-m:1");
        Assert.True(exitCode == 128 + 9, output);
    }

    /// <summary>What MSBuild finds by evaluating a project, as it prints it (-getItem, -getProperty).</summary>
    public string Query(string folder, params string[] arguments)
    {
        (int exitCode, string output) = DotNet.Run(PathOf(folder), Variables, ["msbuild", .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>Runs a program that was built: an assembly, or an executable file.</summary>
    public string Run(string program, params string[] arguments)
    {
        string path = PathOf(program);
        (int exitCode, string output) = path.EndsWith(".dll", StringComparison.Ordinal)
            ? DotNet.Run(Root, null, [path, .. arguments])
            : DotNet.Start(path, Root, null, null, arguments);
        Assert.True(exitCode == 0, output);
        return output.TrimEnd();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Makes programs that this process starts itself restore to and from the tests' packages folder.</summary>
    public IDisposable UsePackages() => new ProcessVariables(Variables);

    /// <summary>Of all that is run here.</summary>
    public Dictionary<string, string> Variables => _variables ??= new() { ["NUGET_PACKAGES"] = Packages ?? _sdk.Packages };
}
