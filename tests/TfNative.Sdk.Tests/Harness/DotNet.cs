using System.Diagnostics;
using System.Text;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>Runs programs as a user would: without the variables that the running test host has from MSBuild.</summary>
internal static class DotNet
{
    public static (int ExitCode, string Output) Run(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Start("dotnet", folder, environment, null, arguments);

    public static (int ExitCode, string Output) Start(
        string program, string folder, IReadOnlyDictionary<string, string>? environment, Action<int>? started, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsFromMSBuild).ToList())
            start.Environment.Remove(name);
        // Nodes would outlive the tests, with their files open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.Start();
        started?.Invoke(process.Id);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Collect(object sender, DataReceivedEventArgs line)
        {
            // Null: the end of one of the two streams.
            if (line.Data is null)
                return;
            lock (output)
                output.AppendLine(line.Data);
        }
    }

    public static bool IsFromMSBuild(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "CI" or "TFNATIVE_BUILD" or "Configuration"
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase);
}
