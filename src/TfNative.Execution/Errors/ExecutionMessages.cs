using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>What is worth saying, but is no error.</summary>
internal static class ExecutionMessages
{
    public static ExecutionMessage UnknownLog(string path) => new(
        MessageSeverity.Information,
        null,
        $"{path} was written by another version of this program and cannot be read: everything is built anew");

    public static ExecutionMessage LeftoversEnded(int count) => new(
        MessageSeverity.Information, null, $"an earlier build was killed; {count} of its programs still ran and were ended");

    public static ExecutionMessage UndeclaredInputs(
        SpawnAction action, ImmutableArray<string> paths, Func<string, string?>? ownerOf) => new(
        MessageSeverity.Warning, "TFN3019", ActionFailures.UndeclaredText(action, paths, ownerOf), action);

    public static ExecutionMessage Waiting(string owner) => new(
        MessageSeverity.Information, null, $"waiting for another build in the same folder: {owner}");
}
