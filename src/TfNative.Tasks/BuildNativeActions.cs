using Microsoft.Build.Framework;

namespace TfNative.Tasks;

[MSBuildMultiThreadableTask]
public sealed class BuildNativeActions : CancelableTask
{
    [Required] public string ActionGraphFile { get; set; } = "";
    [Required] public string OutputBase { get; set; } = "";
    public int Jobs { get; set; }
    public bool KeepGoing { get; set; }
    public bool Explain { get; set; }
    public bool WarningsAsMessages { get; set; }
    protected override bool Work(CancellationToken cancellationToken) { PostMessage(MessageImportance.High, "BUILD"); return true; }
}
