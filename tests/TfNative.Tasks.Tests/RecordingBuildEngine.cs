using System.Collections;
using Microsoft.Build.Framework;

namespace TfNative.Tasks.Tests;

/// <summary>Stands for MSBuild and keeps what a task logs, and on which thread.</summary>
internal sealed class RecordingBuildEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildMessageEventArgs> Messages { get; } = [];

    public HashSet<int> Threads { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "test.proj";

    /// <summary>Messages of high importance, which the console shows.</summary>
    public IEnumerable<string> Shown => Messages.Where(m => m.Importance == MessageImportance.High).Select(m => m.Message!);

    public void LogErrorEvent(BuildErrorEventArgs e) => Record(() => Errors.Add(e));

    public void LogWarningEvent(BuildWarningEventArgs e) => Record(() => Warnings.Add(e));

    public void LogMessageEvent(BuildMessageEventArgs e) => Record(() => Messages.Add(e));

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    private void Record(Action add)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        add();
    }
}
