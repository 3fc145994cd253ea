using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Packaging;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Makes links that lead to their neighbours as the ones that they are made after do.</summary>
[MSBuildMultiThreadableTask]
public sealed class CreateNativeLinks : MultiThreadableTask
{
    /// <summary>The links that <see cref="FindNativeLinks"/> found.</summary>
    [Required]
    public ITaskItem[] Links { get; set; } = [];

    [Required]
    public string DestinationFolder { get; set; } = "";

    /// <summary>The metadata of a link with its path below <see cref="DestinationFolder"/>.</summary>
    [Required]
    public string PathMetadata { get; set; } = "";

    /// <summary>The links, whether made now or before.</summary>
    [Output]
    public ITaskItem[] Created { get; set; } = [];

    public override bool Execute()
    {
        var created = new List<ITaskItem>();
        foreach (ITaskItem link in Links)
        {
            string path = DestinationFolder + link.GetMetadata(PathMetadata);
            string target = RuntimeFile.NeighbourOf(Absolute(link.ItemSpec))!;
            var existing = new FileInfo(Absolute(path));
            if (existing.LinkTarget != target)
            {
                existing.Directory!.Create();
                existing.Delete();
                existing.CreateAsSymbolicLink(target);
                Log.LogMessage(MessageImportance.Normal, "{0} -> {1}", path, target);
            }

            created.Add(new TaskItem(ItemEscaping.Escape(path)));
        }

        Created = [.. created];
        return true;
    }
}
