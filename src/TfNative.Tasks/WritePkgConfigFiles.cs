using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Packaging;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Writes .pc files for pkg-config.</summary>
[MSBuildMultiThreadableTask]
public sealed class WritePkgConfigFiles : MultiThreadableTask
{
    /// <summary>Names; Description, Version, Requires, RequiresPrivate, Libs, LibsPrivate, Cflags.</summary>
    [Required]
    public ITaskItem[] Modules { get; set; } = [];

    /// <summary>The built libraries; those with a Label are linked against.</summary>
    [Required]
    public ITaskItem[] Outputs { get; set; } = [];

    /// <summary>Of modules that name none.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>Gets NAME.pc; written only when it is another than before.</summary>
    [Required]
    public string Folder { get; set; } = "";

    [Output]
    public ITaskItem[] Written { get; set; } = [];

    public override bool Execute()
    {
        ITaskItem[] libraries = [.. Outputs.Where(output => output.GetMetadata("Kind") == "SharedLibrary" && output.GetMetadata(IsaVariantFolder.Metadata).Length == 0)];
        string libs = PkgConfigFile.LinkOptions(
            libraries.Where(output => output.GetMetadata("Label").Length > 0).Select(Name), [.. libraries.Select(Name)]);
        Directory.CreateDirectory(Folder);
        Written = [.. Modules.Select(module => Write(module, libs))];
        return true;
    }

    private ITaskItem Write(ITaskItem module, string libs)
    {
        string Get(string name, string otherwise = "") => module.GetMetadata(name) is { Length: > 0 } value ? value : otherwise;
        string text = new PkgConfigFile
        {
            Name = module.ItemSpec,
            Description = Get("Description", module.ItemSpec),
            Version = Get("Version", Version),
            Requires = Get("Requires"),
            RequiresPrivate = Get("RequiresPrivate"),
            Libs = Get("Libs", libs),
            LibsPrivate = Get("LibsPrivate"),
            Cflags = Get("Cflags"),
        }.Write();
        string path = Path.Combine(Folder, module.ItemSpec + ".pc");
        if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text);
        return new TaskItem(ItemEscaping.Escape(path));
    }

    private static string Name(ITaskItem output) => Path.GetFileName(output.ItemSpec);
}
