namespace TfNative.Execution;

/// <summary>What the actions of a build were seen to read beside what they declare: the headers that their depfiles named.</summary>
public sealed class DiscoveredInputs
{
    private readonly LogReader _log;

    private DiscoveredInputs(LogReader log) => _log = log;

    /// <param name="logFolder">The <see cref="ExecutionRequest.LogFolder"/> of the builds.</param>
    /// <exception cref="IOException">There is no log, or it cannot be read.</exception>
    public static DiscoveredInputs Read(string logFolder) => new(LogReader.Read(File.ReadAllBytes(FileLogStorage.PathIn(logFolder))));

    /// <summary>Exec paths of what the action's last good run discovered; none when it never ran.</summary>
    public IReadOnlyList<string> Of(BuildAction action)
    {
        var found = new List<string>();
        if (!ReportModel.TryGet(_log, action, out LoggedAction logged))
            return found;
        foreach (int version in logged.Discovered)
        {
            if (version >= 0)
                found.Add(_log.Paths[_log.Versions.PathOf(version)]);
        }

        return found;
    }
}
