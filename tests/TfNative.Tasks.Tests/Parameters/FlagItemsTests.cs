using Microsoft.Build.Utilities;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks.Tests.Parameters;

public class FlagItemsTests
{
    private static IReadOnlyDictionary<string, string> Read(params string[] flags) =>
        FlagItems.Read(flags.Select(flag => new TaskItem(flag)));

    [Fact]
    public void A_build_setting_has_its_label_as_name() => Assert.Equal("v", Read("--//pkg:flag=v")["//pkg:flag"]);

    [Fact]
    public void The_dashes_may_be_left_out() => Assert.Equal("v", Read("//pkg:flag=v")["//pkg:flag"]);

    [Fact]
    public void A_flag_alone_is_switched_on() => Assert.Equal("true", Read("--experimental_thing")["experimental_thing"]);

    [Fact]
    public void No_switches_off()
    {
        Assert.Equal("false", Read("--noexperimental_thing")["experimental_thing"]);
        Assert.Equal("false", Read("--no//pkg:flag")["//pkg:flag"]);
    }

    [Fact]
    public void Features_add_up() => Assert.Equal("a,-b", Read("--features=a", "--features=-b")["features"]);

    [Fact]
    public void Toolchains_add_up() => Assert.Equal("//:a,//:b", Read("--extra_toolchains=//:a", "--extra_toolchains=//:b")["extra_toolchains"]);

    [Fact]
    public void Of_any_other_flag_the_last_wins() => Assert.Equal("2", Read("--x=1", "--x=2")["x"]);

    [Theory]
    [InlineData("--")]
    [InlineData("--=v")]
    public void What_names_no_flag_is_an_error(string text) =>
        Assert.Equal("TFN4012", Assert.Throws<TaskParameterException>(() => Read(text)).Code);
}
