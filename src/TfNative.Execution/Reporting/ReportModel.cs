namespace TfNative.Execution;

/// <summary>Everything that the report shows.</summary>
internal sealed record ReportModel
{
    public required IReadOnlyList<ReportAction> Actions { get; init; }

    /// <summary>In the order of the trace; each with the number of its action.</summary>
    public required IReadOnlyList<(int Action, TracedRun Run, bool IsCritical)> Runs { get; init; }

    public required IReadOnlyList<(double Milliseconds, long MiB)> AvailableMemory { get; init; }

    /// <summary>The most expensive first.</summary>
    public required IReadOnlyList<HeaderCost> Headers { get; init; }

    /// <summary>See <see cref="Execution.HeaderShare"/>.</summary>
    public required double? HeaderShare { get; init; }

    public required TargetGraph Targets { get; init; }

    /// <param name="graph">What was built.</param>
    /// <param name="log">Bytes of its build log.</param>
    /// <param name="trace">Of the last build that ran something.</param>
    public static ReportModel Make(ActionGraph graph, byte[] log, TraceFile trace)
    {
        LogReader reader = LogReader.Read(log);
        List<BuildAction> order = ActionOrder.Of(graph, graph.Wanted);
        var actions = new List<ReportAction>(order.Count);
        var byOutput = new Dictionary<string, int>(order.Count);
        foreach (BuildAction action in order)
        {
            byOutput.Add(action.PrimaryOutput.ExecPath, actions.Count);
            actions.Add(new ReportAction(action, TryGet(reader, action, out LoggedAction logged) ? logged.Usage : null));
        }

        return new ReportModel
        {
            Actions = actions,
            Runs =
            [
                .. trace.Runs.Where(run => byOutput.ContainsKey(run.Output))
                    .Select(run => (byOutput[run.Output], run, trace.CriticalOutputs.Contains(run.Output)))
            ],
            AvailableMemory = trace.AvailableMemory,
            Headers = HeaderCosts.Of(order, reader),
            HeaderShare = Execution.HeaderShare.Of(order, reader),
            Targets = TargetGraph.Of(order, reader),
        };
    }

    /// <summary>An action's last good run, which is in the log under its first output.</summary>
    internal static bool TryGet(LogReader reader, BuildAction action, out LoggedAction logged)
    {
        if (reader.Paths.TryGet(action.PrimaryOutput.ExecPath, out int path) && reader.Actions.TryGetValue(path, out int start))
        {
            logged = new LoggedAction(reader.Payload(start));
            return true;
        }

        logged = default;
        return false;
    }
}
