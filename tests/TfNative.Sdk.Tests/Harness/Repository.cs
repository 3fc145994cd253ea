using System.Reflection;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>Where this repository is, and how it was built.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>What was restored for these tests, laid out so that NuGet can take it for a source.</summary>
    public static string PackagesFolder { get; } = Metadata("PackagesFolder");

    public static string SdkVersion { get; } = "0.1.0";

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
