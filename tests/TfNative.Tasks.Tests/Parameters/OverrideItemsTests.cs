using Microsoft.Build.Utilities;
using TfNative.Bazel;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks.Tests.Parameters;

public class OverrideItemsTests
{
    private static TargetOverride Read(params (string Name, string Value)[] metadata)
    {
        var item = new TaskItem("//a:b");
        foreach ((string name, string value) in metadata)
            item.SetMetadata(name, value);
        return Assert.Single(OverrideItems.Read([item]));
    }

    [Fact]
    public void Entries_to_add_and_remove_are_lists_by_attribute()
    {
        TargetOverride change = Read(("AddDeps", "//c;//d"), ("RemoveDeps", "//e"), ("adddefines", "X=1"), ("Reason", "too large"));
        Assert.Equal(["deps", "defines"], change.Edits.Select(edit => edit.Attribute));
        Assert.Equal(["//c", "//d"], change.Edits[0].Add);
        Assert.Equal(["//e"], change.Edits[0].Remove);
    }

    [Theory]
    [InlineData("TFN4019", "Reason", "none")]
    [InlineData("TFN4013", "Replace", "nothing")]
    [InlineData("TFN4024", "AddDep", "//c")]
    [InlineData("TFN4024", "RemoveLinkOptions", "-lm")]
    public void An_item_that_would_not_do_what_it_says_is_an_error(string code, string name, string value) =>
        Assert.Equal(code, Assert.Throws<TaskParameterException>(() => Read(code == "TFN4024" ? [(name, value), ("AddSrcs", "a.cc")] : [(name, value)])).Code);
}
