using System.Diagnostics;
using System.Reflection;

namespace TfNative.Samples.Tests;

/// <summary>The checkout that these tests belong to, and its scripts.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>Runs a script of build/; gives its exit code and what it said.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string script, params IEnumerable<string> arguments) =>
        StartAsync(new ProcessStartInfo(Path.Combine(Root, "build", script), arguments));

    /// <summary>Runs dotnet in a folder.</summary>
    public static Task<(int ExitCode, string Output)> DotNetAsync(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return StartAsync(start);
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // The test host's own MSBuild variables would point the script's MSBuild to the wrong places.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        // Nodes would outlive the tests, with their files open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
