using System.Collections.Concurrent;

namespace TfNative.Execution;

/// <summary>Finds the file that a command line's first word runs, as execvp does, but in the PATH that the action
/// declares and not in ours.</summary>
internal sealed class ProgramFinder(IDiskInterface disk, BuildLog log)
{
    private readonly ConcurrentDictionary<string, string> _found = new();

    /// <summary>Path of the program's file; the word itself when it is found nowhere.</summary>
    public string Find(SpawnAction action)
    {
        string program = action.CommandLine.Segments.First(segment => segment.Length > 0)[0];
        return program.Contains('/') ? program : Find(program, action.Environment["PATH"]);
    }

    public string Find(string program, string? searchPath) =>
        program.Contains('/') ? program : _found.GetOrAdd($"{program}:{searchPath}", Search);

    public int PathId(SpawnAction action) => log.PathId(Find(action));

    /// <param name="wanted">The program and the folders to search, separated by colons.</param>
    private string Search(string wanted)
    {
        string[] words = wanted.Split(':', StringSplitOptions.RemoveEmptyEntries);
        foreach (string folder in words.AsSpan(1))
        {
            string candidate = $"{folder}/{words[0]}";
            if (disk.Stat(candidate) is { Type: FileType.File, IsExecutable: true })
                return candidate;
        }

        return words[0];
    }
}
