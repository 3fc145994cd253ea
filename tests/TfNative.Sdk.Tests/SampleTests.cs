using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class SampleTests(SdkPackage sdk)
{
    [Fact]
    public void HelloNative_greets_from_native_code()
    {
        using TestFolder folder = Samples.Copy(sdk, "HelloNative");
        folder.Build("Program").AssertSucceeded();
        Assert.Equal("Hello, world! (native library, version 42)", folder.Run("Program/bin/Debug/net10.0/HelloNative.dll"));
        folder.Build("Program", "-p:GreetingLanguage=de").AssertSucceeded();
        Assert.Equal("Guten Tag, Welt! (native library, version 42)", folder.Run("Program/bin/Debug/net10.0/HelloNative.dll", "Welt"));
    }
}
