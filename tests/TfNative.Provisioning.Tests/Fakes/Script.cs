using System.Diagnostics;
using System.Reflection;

namespace TfNative.Provisioning.Tests.Fakes;

/// <summary>What a script of build/ ended with.</summary>
internal sealed record ScriptResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test with what the script said, unless it ended well and without complaints.</summary>
    public void AssertSucceeded() => Assert.True(ExitCode == 0 && Error.Length == 0, $"exit code {ExitCode}\n{Output}{Error}");
}

/// <summary>Runs the repository's own scripts, as a user would.</summary>
internal static class Script
{
    /// <summary>The checkout's build/ folder.</summary>
    public static string Folder { get; } = typeof(Script).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BuildScripts").Value!;

    /// <summary>Runs bash with the arguments; <paramref name="environment"/> is added to this process's own.</summary>
    public static async Task<ScriptResult> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("bash", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ScriptResult(process.ExitCode, await output, await error);
    }
}
