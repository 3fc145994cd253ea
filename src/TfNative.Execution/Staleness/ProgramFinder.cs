using System.Collections.Concurrent;

namespace TfNative.Execution;

/// <summary>Finds the file that a command line's first word runs, as execvp does, but in the PATH that the action
/// declares and not in ours.</summary>
internal sealed class ProgramFinder(IDiskInterface disk, BuildLog log)
{
    private readonly ConcurrentDictionary<(string Program, string? SearchPath), string> _found = new();

    /// <summary>Path of the program's file; the word itself when it is found nowhere.</summary>
    public string Find(SpawnAction action)
    {
        string program = action.CommandLine.Segments.First(segment => segment.Length > 0)[0];
        return program.Contains('/') ? program : Find(program, action.Environment["PATH"]);
    }

    public string Find(string program, string? searchPath) =>
        program.Contains('/') ? program : _found.GetOrAdd((program, searchPath), Search);

    public int PathId(SpawnAction action) => log.PathId(Find(action));

    private string Search((string Program, string? SearchPath) wanted)
    {
        foreach (string folder in (wanted.SearchPath ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            string candidate = $"{folder}/{wanted.Program}";
            if (disk.Stat(candidate) is { Type: FileType.File, IsExecutable: true })
                return candidate;
        }

        return wanted.Program;
    }
}
