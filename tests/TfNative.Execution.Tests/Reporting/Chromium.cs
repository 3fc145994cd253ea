using System.Diagnostics;

namespace TfNative.Execution.Tests.Reporting;

/// <summary>Debian's chromium without a window, with a profile of its own and without a network.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Path of the browser; null where it is not installed.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(folder => new[] { "chromium", "chromium-headless-shell" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    /// <summary>The page's elements as its script left them.</summary>
    public static Task<string> DumpDom(string file) => Run(file, "--dump-dom");

    /// <summary>Writes a picture of the page as a PNG.</summary>
    public static Task Screenshot(string file, string picture, int width, int height, bool dark = false) => Run(
        file,
        [
            "--screenshot=" + picture, $"--window-size={width},{height}", "--hide-scrollbars",
            .. dark ? ["--blink-settings=preferredColorScheme=0"] : Array.Empty<string>(),
        ]);

    private static async Task<string> Run(string file, params string[] arguments)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("tfnative-chromium-");
        try
        {
            var start = new ProcessStartInfo(Program!)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["HOME"] = profile.FullName },
            };
            foreach (string argument in (string[])
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    // Whatever the page or the browser itself asks for leads nowhere.
                    "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + profile.FullName, "--virtual-time-budget=5000",
                    .. arguments, new Uri(file).AbsoluteUri,
                ])
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(Limit);
            try
            {
                Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
                string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
                await process.WaitForExitAsync(limit.Token);
                Assert.True(process.ExitCode == 0, $"{Program} ended with {process.ExitCode}: {await errors}");
                return output;
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
