using Microsoft.Build.Framework;

namespace TfNative.Tasks;

/// <summary>A task that uses no state of the process, so that MSBuild runs it in its own process under -mt: variables and the
/// current folder come from <see cref="TaskEnvironment"/>.</summary>
/// <remarks>Source: documentation/specs/multithreading/thread-safe-tasks.md of MSBuild. A class that is to run so also needs
/// <see cref="MSBuildMultiThreadableTaskAttribute"/>, which is not inherited.</remarks>
public abstract class MultiThreadableTask : Microsoft.Build.Utilities.Task, IMultiThreadableTask
{
    /// <summary>MSBuild sets it; what a task has that nobody set it for is the process's own.</summary>
    public TaskEnvironment TaskEnvironment { get; set; } = TaskEnvironment.Fallback;

    /// <summary>A path relative to the project's folder made absolute.</summary>
    protected string Absolute(string path) => TaskEnvironment.GetAbsolutePath(path);
}
