using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class InterruptedBuildTests(SdkPackage sdk)
{
    [Fact]
    public void A_build_that_was_killed_is_finished_by_the_next()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        // The command kills the whole build once, after other actions may have run and while its own output is half-made.
        folder.Write("native/two/BUILD.bazel", """
            genrule(
                name = "number",
                outs = ["number.h"],
                cmd = "echo half > $@; if [ ! -e $(KILLED) ]; then touch $(KILLED); kill -KILL $$(cat $(VICTIM)); sleep 60; fi; echo '#define NUMBER 2' > $@",
            )
            cc_library(name = "two", srcs = ["two.cc", ":number"], hdrs = ["two.h"], visibility = ["//visibility:public"])
            """
            .Replace("$(KILLED)", folder.PathOf("killed"), StringComparison.Ordinal)
            .Replace("$(VICTIM)", folder.PathOf("victim"), StringComparison.Ordinal));

        folder.BuildUntilKilled("native", victim => folder.Write("victim", $"{victim}"));
        Assert.True(folder.Exists("killed"));
        Assert.False(folder.Exists(SmallWorkspace.Library));

        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.True(folder.Exists(SmallWorkspace.Library));
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);
    }
}
