using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks.Tests.Parameters;

public class NameValueItemsTests
{
    private static IReadOnlyDictionary<string, string> Read(params ITaskItem[] items) => NameValueItems.Read(items, "BazelDefine");

    [Fact]
    public void The_value_may_have_an_equals_sign() => Assert.Equal("b=c", Read(new TaskItem("a=b=c"))["a"]);

    [Fact]
    public void An_empty_value_is_a_value() => Assert.Equal("", Read(new TaskItem("a="))["a"]);

    [Fact]
    public void Of_one_name_the_last_wins() => Assert.Equal("2", Read(new TaskItem("a=1"), new TaskItem("a=2"))["a"]);

    [Fact]
    public void The_value_may_be_metadata()
    {
        var item = new TaskItem("PATH");
        item.SetMetadata("Value", "/usr/bin:/bin");
        Assert.Equal("/usr/bin:/bin", Read(item)["PATH"]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("=value")]
    public void A_name_without_a_value_is_an_error_that_shows_what_to_write(string text)
    {
        var error = Assert.Throws<TaskParameterException>(() => Read(new TaskItem(text)));
        Assert.Equal("TFN4011", error.Code);
        Assert.Contains("<BazelDefine Include=\"name=value\" />", error.Message, StringComparison.Ordinal);
    }
}
