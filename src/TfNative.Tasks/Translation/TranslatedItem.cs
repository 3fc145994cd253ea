using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TfNative.Tasks.Translation;

/// <summary>An item that TranslateBazelTargets gives, as it is kept between builds.</summary>
/// <param name="Identity">Absolute path of the file that the item is about.</param>
/// <param name="Metadata">Metadata by name.</param>
internal sealed record TranslatedItem(string Identity, IReadOnlyDictionary<string, string> Metadata)
{
    public ITaskItem ToTaskItem()
    {
        // The text of an item is written in MSBuild's escapes: a path may have a percent sign or a semicolon in it.
        var item = new TaskItem(ItemEscaping.Escape(Identity));
        foreach ((string name, string value) in Metadata)
            item.SetMetadata(name, ItemEscaping.Escape(value));
        return item;
    }
}
