using System.Collections.Concurrent;

namespace TfNative.Tasks.Diagnostics;

/// <summary>Turns a path in the execution root into the real file, so that clicking an error opens the source and not
/// a link to it that the next clean removes.</summary>
/// <remarks>The execution root has a link for each top-level entry of the workspace and for each external/repository.
/// Only links inside it are followed: a link that the user made in the sources stays as the user sees it.</remarks>
public sealed class ExecutionRootPaths(string executionRoot)
{
    private readonly ConcurrentDictionary<string, string> _linkTargets = new(StringComparer.Ordinal);

    /// <param name="path">A path as a compiler printed it: absolute, or relative to the execution root.</param>
    /// <returns>An absolute path; a path outside the execution root is given back as it is.</returns>
    public string ToSource(string path)
    {
        string full = Path.GetFullPath(path, executionRoot);
        string relative = Path.GetRelativePath(executionRoot, full);
        if (Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal))
            return full;

        string prefix = executionRoot;
        string[] names = relative.Split('/');
        for (int i = 0; i < names.Length; i++)
        {
            prefix = Path.Combine(prefix, names[i]);
            string target = _linkTargets.GetOrAdd(prefix, ResolveLink);
            if (target != prefix)
                return Path.Combine([target, .. names[(i + 1)..]]);
        }

        return full;
    }

    private static string ResolveLink(string path) =>
        new FileInfo(path).LinkTarget is { } target ? Path.GetFullPath(target, Path.GetDirectoryName(path)!) : path;
}
