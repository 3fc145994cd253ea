using Microsoft.Build.Framework;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks.Tests.Translation;

public class TranslatedItemTests
{
    [Theory]
    [InlineData("/a/b.cc")]
    [InlineData("/a b/100%/x;y/(z)@'*?$.cc")]
    [InlineData("/a/%3b.cc")]
    public void A_path_comes_through_whatever_characters_it_has(string path)
    {
        ITaskItem item = new TranslatedItem(path, new Dictionary<string, string> { ["Label"] = "//p:" + path }).ToTaskItem();
        Assert.Equal(path, item.ItemSpec);
        Assert.Equal("//p:" + path, item.GetMetadata("Label"));
    }
}
