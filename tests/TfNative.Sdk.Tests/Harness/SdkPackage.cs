namespace TfNative.Sdk.Tests.Harness;

/// <summary>The package, packed once for all tests into a feed of its own, with a packages folder of its own: no other
/// package of the same version, from an earlier run or from the network, can be taken for it.</summary>
public sealed class SdkPackage : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tfnative-sdk").FullName;

    public SdkPackage()
    {
        Feed = Path.Combine(_root, "feed");
        Packages = Path.Combine(_root, "packages");
        string project = Path.Combine(Repository.Root, "sdk/TfNative.Sdk/TfNative.Sdk.csproj");
        (int exitCode, string output) = DotNet.Run(
            _root, null, "pack", project, "--no-build", "-p:BuildProjectReferences=false", "--configuration", Repository.Configuration, "--output", Feed);
        if (exitCode != 0)
            throw new InvalidOperationException("the SDK cannot be packed:\n" + output);
    }

    public string Feed { get; }

    public string Packages { get; }

    public string File => Path.Combine(Feed, $"TfNative.Sdk.{Repository.SdkVersion}.nupkg");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
