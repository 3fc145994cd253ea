using System.Diagnostics;
using System.Text;

namespace TfNative.Bazel;

/// <summary>Runs a program for a repository rule.</summary>
internal static class RepositoryProgram
{
    /// <summary>What Bazel gives for a program that could not be started, or took too long.</summary>
    private const int NotRun = 256;

    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">All of its environment.</param>
    public static (int ReturnCode, string Output, string Error) Run(
        IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo
        {
            FileName = arguments[0],
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments.Skip(1))
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(timeout);
        try
        {
            using Process process = Process.Start(start)!;
            using CancellationTokenRegistration kill = time.Token.Register(() => process.Kill(entireProcessTree: true));
            process.StandardInput.Close();
            // On a thread of its own: those of the pool may all be waiting for the repository that is being made.
            string error = "";
            var reading = new Thread(() => error = process.StandardError.ReadToEnd()) { IsBackground = true, Name = "TfNative repository program" };
            reading.Start();
            string output = process.StandardOutput.ReadToEnd();
            reading.Join();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return time.IsCancellationRequested
                ? (NotRun, output, $"{error}timed out after {timeout.TotalSeconds} s")
                : (process.ExitCode, output, error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (NotRun, "", e.Message);
        }
    }
}
