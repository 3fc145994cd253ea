using Microsoft.Build.Framework;
using TfNative.Packaging;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>After a build: adds to the files of the wanted targets what has to be beside them for them to run, and keeps the
/// list for whoever asks without building.</summary>
[MSBuildMultiThreadableTask]
public sealed class CollectNativeOutputs : MultiThreadableTask
{
    /// <summary>The files of the targets, built.</summary>
    [Required]
    public ITaskItem[] Outputs { get; set; } = [];

    /// <summary>The folder that the execution root is in.</summary>
    [Required]
    public string OutputBase { get; set; } = "";

    /// <summary>Gets the paths, one a line; written only when they are others than before. What is built for a further instruction set
    /// is listed in a file beside it: "outputs.txt.x86-64-v3".</summary>
    [Required]
    public string OutputsFile { get; set; } = "";

    /// <summary>The files of the targets, then the libraries and links that they need.</summary>
    [Output]
    public ITaskItem[] NativeOutputs { get; set; } = [];

    public override bool Execute()
    {
        var all = new List<ITaskItem>();
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<string, ITaskItem> place in Outputs.GroupBy(output => output.GetMetadata(IsaVariantFolder.Metadata), StringComparer.Ordinal))
        {
            Dictionary<string, ITaskItem> wanted = place.DistinctBy(output => output.ItemSpec).ToDictionary(output => output.ItemSpec, StringComparer.Ordinal);
            IReadOnlyList<RuntimeFile> files = RuntimeFiles.Of(wanted.Keys, Path.Combine(OutputBase, "execroot"));
            all.AddRange(files.Select(file => wanted.TryGetValue(file.Path, out ITaskItem? item) ? item : Needed(file, place.Key)));
            string list = OutputsFile + (place.Key.Length == 0 ? "" : "." + Path.GetFileName(place.Key.TrimEnd('/')));
            lists.Add(list);
            WriteIfOther(list, string.Concat(files.Select(file => file.Path + "\n")));
        }

        NativeOutputs = [.. all];
        // Of instruction sets that are built for no more.
        foreach (string old in Directory.EnumerateFiles(Path.GetDirectoryName(OutputsFile)!, Path.GetFileName(OutputsFile) + ".*").Where(file => !lists.Contains(file)))
            File.Delete(old);
        return true;
    }

    private static void WriteIfOther(string file, string text)
    {
        if (!File.Exists(file) || File.ReadAllText(file) != text)
            File.WriteAllText(file, text);
    }

    private static ITaskItem Needed(RuntimeFile file, string folder) => new TranslatedItem(
        file.Path, new Dictionary<string, string> { ["Kind"] = "SharedLibrary", [IsaVariantFolder.Metadata] = folder }).ToTaskItem();
}
