using Microsoft.Build.Framework;
using TfNative.Tasks.Building;

namespace TfNative.Tasks;

/// <summary>Lasts as long as a line of <see cref="TerminalProgress"/> is to be seen.</summary>
[MSBuildMultiThreadableTask]
public sealed class ShowProgress : MultiThreadableTask
{
    /// <summary>What the line's owner has left to be found by.</summary>
    [Required]
    public string Key { get; set; } = "";

    public override bool Execute()
    {
        // On another node there is nobody to say when it is over.
        if (BuildEngine4.GetRegisteredTaskObject(Key, RegisteredTaskObjectLifetime.Build) is ShownLine line)
            line.Wait(TerminalProgress.Interval);
        return true;
    }
}
