using Microsoft.Build.Framework;
using TfNative.Packaging;

namespace TfNative.Tasks;

/// <summary>Finds among files those that are symbolic links to a neighbour (lib.so to lib.so.2): MSBuild's Copy would make files
/// with the whole content of them.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindNativeLinks : MultiThreadableTask
{
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Those of the items that are such links, as they were given.</summary>
    [Output]
    public ITaskItem[] Links { get; set; } = [];

    public override bool Execute()
    {
        Links = [.. Files.Where(file => RuntimeFile.NeighbourOf(Absolute(file.ItemSpec)) is not null)];
        return true;
    }
}
