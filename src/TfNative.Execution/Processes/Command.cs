namespace TfNative.Execution;

/// <summary>A program to be run.</summary>
/// <param name="Program">Path of its file; relative to <paramref name="Folder"/> or absolute.</param>
/// <param name="Arguments">All arguments, the first of which is the program as it is to see itself.</param>
/// <param name="Environment">All variables, NAME=value.</param>
/// <param name="Folder">Absolute path of the folder that it runs in.</param>
/// <param name="Timeout">After this time it is ended; null for never.</param>
/// <param name="SpillFile">Absolute path of a file for its output, if that is too long to keep in memory.</param>
/// <param name="Slot">Number of the job that it runs in; two commands of one slot never run at a time.</param>
internal sealed record Command(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Environment,
    string Folder,
    TimeSpan? Timeout,
    string SpillFile,
    int Slot);
