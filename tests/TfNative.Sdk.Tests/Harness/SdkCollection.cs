namespace TfNative.Sdk.Tests.Harness;

/// <summary>Tests that build real projects with the package: one after the other, each build uses all cores.</summary>
[CollectionDefinition(Name)]
public sealed class SdkCollection : ICollectionFixture<SdkPackage>
{
    public const string Name = "SDK package";
}
