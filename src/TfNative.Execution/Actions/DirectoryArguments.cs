using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// A part of a command line that names the files of folders (Bazel's tree artifacts): it is made anew when the action
/// runs. Until then the folders themselves stand there.
/// </summary>
/// <param name="First">Index of the first argument that it stands for.</param>
/// <param name="Count">How many arguments it stands for; may be 0.</param>
/// <param name="List">What makes the arguments.</param>
public sealed record DirectoryArguments(int First, int Count, ArgumentList List)
{
    /// <summary>The arguments of a part of a command line, with the files in place of the folders.</summary>
    /// <param name="all">The whole command line.</param>
    /// <param name="first">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="parts">In the order of the command line, none across the part's ends.</param>
    /// <param name="expansion">What folders stand for.</param>
    internal static string[] Expand(
        string[] all, int first, int end, ImmutableArray<DirectoryArguments> parts, ArgumentExpansion expansion)
    {
        if (parts.IsEmpty)
            return all[first..end];
        var result = new List<string>();
        int at = first;
        foreach (DirectoryArguments part in parts.Where(part => part.First >= first && part.First + part.Count <= end))
        {
            result.AddRange(all[at..part.First]);
            result.AddRange(part.List.Expand(expansion));
            at = part.First + part.Count;
        }

        result.AddRange(all[at..end]);
        return [.. result];
    }
}
