namespace TfNative.Execution;

/// <summary>
/// Reads what a build begins with, its graph and its log, on another thread, while it is still being found out whether
/// the graph is up to date: most builds find that it is. Nothing that changed after it was read is ever used.
/// </summary>
public sealed class ReadAhead
{
    private EarlyRead<ActionGraph>? _graph;
    private EarlyRead<LogReader>? _log;

    private ReadAhead(string graphFile, string logFolder, long start) => Reading = Task.Run(() =>
    {
        _graph = EarlyRead<ActionGraph>.Of(graphFile, ActionGraphFile.Decode, start);
        _log = EarlyRead<LogReader>.Of(FileLogStorage.PathIn(logFolder), LogReader.Read, start);
    });

    /// <summary>Ends when both have been read.</summary>
    internal Task Reading { get; }

    /// <param name="graphFile">Absolute path given to <see cref="ActionGraphFile.Write"/>; it need not exist.</param>
    /// <param name="logFolder">That of the build's request.</param>
    public static ReadAhead Begin(string graphFile, string logFolder) => Begin(graphFile, logFolder, RealDisk.CurrentTime);

    /// <param name="start">Files that changed before it are not too young to be trusted.</param>
    internal static ReadAhead Begin(string graphFile, string logFolder, long start) => new(graphFile, logFolder, start);

    /// <summary>The graph, once; null when there is none, or not the one that was read. Waits for the reading.</summary>
    public ActionGraph? TakeGraph()
    {
        Reading.GetAwaiter().GetResult();
        return _graph!.Take();
    }

    /// <summary>The log, once, as <see cref="TakeGraph"/>. To be taken by who has its lock.</summary>
    internal LogReader? TakeLog()
    {
        Reading.GetAwaiter().GetResult();
        return _log!.Take();
    }
}
