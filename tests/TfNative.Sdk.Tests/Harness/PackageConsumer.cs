namespace TfNative.Sdk.Tests.Harness;

/// <summary>A C# program in a folder of its own that knows of nothing but the packages that a test has made.</summary>
internal static class PackageConsumer
{
    /// <summary>What a native project says to become the package.</summary>
    public const string Properties = """
        <PropertyGroup>
          <PackageId>Small.Native</PackageId>
          <Version>1.2.3</Version>
          <Authors>Someone</Authors>
          <PackageLicenseExpression>MIT</PackageLicenseExpression>
        </PropertyGroup>
        """;

    /// <param name="packed">The packages are in its folder "feed", and are restored to "isolated" there.</param>
    public static TestFolder Create(SdkPackage sdk, TestFolder packed)
    {
        var consumer = new TestFolder(sdk) { Packages = packed.PathOf("isolated") };
        consumer.Replace("NuGet.config", sdk.Feed, packed.PathOf("feed"));
        SmallWorkspace.AddProgram(consumer, "", "<PackageReference Include=\"Small.Native\" Version=\"1.2.3\" />");
        return consumer;
    }
}
