using System.Reflection;

namespace TfNative.Samples.Tests.Templates;

/// <summary>From `dotnet new` to a program that runs with TensorFlow Lite.</summary>
[Collection(nameof(Checkout))]
public sealed class TensorFlowLiteTemplateTests : IDisposable
{
    private static readonly string Configuration = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Configuration").Value!;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tfnative-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_program_says_which_TensorFlow_Lite_it_runs_with()
    {
        // Packs the SDK, and builds the library where this test's project finds it again.
        (int exitCode, string output) = await Checkout.RunAsync("run.sh", "", Path.Combine(folder.FullName, "faces.png"));
        Assert.True(exitCode == 0, output);
        string hive = Path.Combine(folder.FullName, "hive");
        await RunAsync(
            "pack", Path.Combine(Checkout.Root, "sdk/TfNative.Templates/TfNative.Templates.csproj"), "--no-build", "--configuration", Configuration,
            "--output", folder.FullName);
        await RunAsync("new", "install", Path.Combine(folder.FullName, "TfNative.Templates.0.1.0.nupkg"), "--debug:custom-hive", hive);
        await RunAsync("new", "tfnative-lite", "-n", "Fish", "-o", Path.Combine(folder.FullName, "Fish"), "--debug:custom-hive", hive);
        File.WriteAllText(Path.Combine(folder.FullName, "NuGet.config"), $"""
            <configuration><packageSources><clear /><add key="TfNative" value="{Path.Combine(Checkout.Root, "artifacts/feed")}" /></packageSources></configuration>
            """);
        await RunAsync("build", "Fish/Program", "-c", "Release");
        Assert.Equal("TensorFlow Lite 2.14.1", (await RunAsync("Fish/Program/bin/Release/net10.0/Fish.dll")).Trim());
    }

    private async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        string cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } home ? home
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        string build = Environment.GetEnvironmentVariable("TFNATIVE_BUILD") is { Length: > 0 } named ? named : Path.Combine(cache, "tfnative/build");
        (int exitCode, string output) = await Checkout.DotNetAsync(folder.FullName, new Dictionary<string, string> { ["BazelOutputRoot"] = build }, arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
