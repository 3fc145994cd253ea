using System.Collections.Concurrent;

namespace TfNative.Tasks.Diagnostics;

/// <summary>Turns a path in the execution root into the real file, so that clicking an error opens the source and not
/// a link to it that the next clean removes.</summary>
/// <remarks>The execution root has a link for each top-level entry of the workspace and for each external/repository; a
/// repository with files laid over it is again a folder of links in the output base. Only links inside the output base
/// are followed: one that the user made in the sources stays as the user sees it.</remarks>
public sealed class ExecutionRootPaths(string executionRoot)
{
    /// <summary>What debug information, and whoever reads it, calls the execution root: it is the same on every machine.</summary>
    private const string WorkingFolder = "/proc/self/cwd/";

    private readonly string _outputBase = Path.GetDirectoryName(executionRoot)!;
    private readonly ConcurrentDictionary<string, string> _linkTargets = new(StringComparer.Ordinal);

    /// <param name="path">A path as a compiler printed it: absolute, or relative to the execution root.</param>
    /// <returns>An absolute path; a path outside the output base is given back as it is.</returns>
    public string ToSource(string path)
    {
        string full = Path.GetFullPath(path.StartsWith(WorkingFolder, StringComparison.Ordinal) ? path[WorkingFolder.Length..] : path, executionRoot);
        // A link may lead to a link, but not for ever.
        for (int i = 0; i < 8 && FollowFirstLink(full) is { } target; i++)
            full = target;
        return full;
    }

    /// <summary>Whether a path leads to something in the output base itself and not, over a link, to a source.</summary>
    public bool IsMade(string path) => ToSource(path).StartsWith(_outputBase + "/", StringComparison.Ordinal);

    private string? FollowFirstLink(string path)
    {
        if (!path.StartsWith(_outputBase + "/", StringComparison.Ordinal))
            return null;
        for (int end = path.IndexOf('/', _outputBase.Length + 1); ; end = path.IndexOf('/', end + 1))
        {
            string prefix = end < 0 ? path : path[..end];
            string target = _linkTargets.GetOrAdd(prefix, ResolveLink);
            if (target != prefix)
                return end < 0 ? target : target + path[end..];
            if (end < 0)
                return null;
        }
    }

    private static string ResolveLink(string path) =>
        new FileInfo(path).LinkTarget is { } target ? Path.GetFullPath(target, Path.GetDirectoryName(path)!) : path;
}
