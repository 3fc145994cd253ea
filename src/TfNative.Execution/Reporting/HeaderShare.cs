namespace TfNative.Execution;

/// <summary>
/// How much of what compilers read lies in headers, each compile counted by the time that it took. No compiler says where its time
/// goes unless it is slowed down for it; the bytes that it read stand in its depfile, and their sizes in the log.
/// </summary>
internal static class HeaderShare
{
    /// <param name="actions">Of the build.</param>
    /// <param name="reader">Its log.</param>
    /// <returns>From 0 to 1; null when nothing was compiled.</returns>
    public static double? Of(IEnumerable<BuildAction> actions, LogReader reader)
    {
        double all = 0, inHeaders = 0;
        foreach (BuildAction action in actions)
        {
            if (action is not SpawnAction { Depfile: not null } || !ReportModel.TryGet(reader, action, out LoggedAction logged))
                continue;
            (long sources, long headers) = Declared(action, reader);
            headers += Sizes(logged.Discovered, reader);
            if (sources + headers == 0)
                continue;
            double time = logged.Usage.CpuTime.TotalSeconds;
            all += time;
            inHeaders += time * headers / (sources + headers);
        }

        return all == 0 ? null : inHeaders / all;
    }

    private static (long Sources, long Headers) Declared(BuildAction action, LogReader reader)
    {
        long sources = 0, headers = 0;
        foreach (Artifact input in action.Inputs)
        {
            if (!reader.Paths.TryGet(input.ExecPath, out int path))
                continue;
            long size = reader.Versions.NewestStampOf(path)?.Size ?? 0;
            if (HeaderCosts.IsSource(input.ExecPath))
                sources += size;
            else
                headers += size;
        }

        return (sources, headers);
    }

    private static long Sizes(ReadOnlySpan<int> versions, LogReader reader)
    {
        long bytes = 0;
        foreach (int version in versions)
        {
            if (version >= 0)
                bytes += reader.Versions.StampOf(version)?.Size ?? 0;
        }

        return bytes;
    }
}
