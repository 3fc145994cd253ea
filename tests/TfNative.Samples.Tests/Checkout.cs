using System.Diagnostics;
using System.Reflection;

namespace TfNative.Samples.Tests;

/// <summary>The checkout that these tests belong to, and its scripts.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>Runs a script of build/; gives its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "build", script), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test host's own MSBuild variables would point the script's MSBuild to the wrong places.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
