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

    /// <summary>Gets the paths, one a line; written only when they are others than before.</summary>
    [Required]
    public string OutputsFile { get; set; } = "";

    /// <summary>The files of the targets, then the libraries and links that they need.</summary>
    [Output]
    public ITaskItem[] NativeOutputs { get; set; } = [];

    public override bool Execute()
    {
        var wanted = new Dictionary<string, ITaskItem>(StringComparer.Ordinal);
        foreach (ITaskItem output in Outputs)
            wanted.TryAdd(output.ItemSpec, output);
        IReadOnlyList<RuntimeFile> files = RuntimeFiles.Of(wanted.Keys, Path.Combine(OutputBase, "execroot"));
        NativeOutputs = [.. files.Select(file => wanted.TryGetValue(file.Path, out ITaskItem? item) ? item : Needed(file))];
        string text = string.Concat(files.Select(file => file.Path + "\n"));
        if (!File.Exists(OutputsFile) || File.ReadAllText(OutputsFile) != text)
            File.WriteAllText(OutputsFile, text);
        return true;
    }

    private static ITaskItem Needed(RuntimeFile file) =>
        new TranslatedItem(file.Path, new Dictionary<string, string> { ["Kind"] = "SharedLibrary" }).ToTaskItem();
}
