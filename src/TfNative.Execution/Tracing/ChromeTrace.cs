using System.Text.Json;

namespace TfNative.Execution;

/// <summary>
/// Writes a build in Chrome's trace-event format, which chrome://tracing and https://ui.perfetto.dev show: a row for
/// every job, one for the critical path (the chain of actions each of which was the last that the next one waited for),
/// and the machine's memory.
/// </summary>
internal static class ChromeTrace
{
    public const int CriticalPathRow = 1000;

    /// <param name="output">Gets the JSON.</param>
    /// <param name="events">What ran.</param>
    /// <param name="nodes">The plan, after the run.</param>
    public static void Write(Stream output, IReadOnlyList<TraceEvent> events, IReadOnlyList<PlanNode> nodes)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        foreach (int slot in events.Select(e => e.Slot).Distinct().Order())
            RowName(json, slot, $"job {slot + 1}");
        HashSet<BuildAction> critical = CriticalPath(events, nodes);
        if (critical.Count > 0)
            RowName(json, CriticalPathRow, "critical path");
        foreach (TraceEvent e in events.OrderBy(e => e.Start))
        {
            Action(json, e, e.Slot);
            if (critical.Contains(e.Action))
                Action(json, e, CriticalPathRow);
            Memory(json, e);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>From the action that ended last back over what each waited for last.</summary>
    public static HashSet<BuildAction> CriticalPath(IReadOnlyList<TraceEvent> events, IReadOnlyList<PlanNode> nodes)
    {
        var result = new HashSet<BuildAction>();
        BuildAction? last = events.MaxBy(e => e.End)?.Action;
        for (PlanNode? node = nodes.FirstOrDefault(n => n.Action == last && last is not null); node is not null; node = node.LastAwaited)
        {
            if (node.Action is { } action)
                result.Add(action);
        }

        return result;
    }

    private static void RowName(Utf8JsonWriter json, int row, string name)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", "thread_name");
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", row);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Action(Utf8JsonWriter json, TraceEvent e, int row)
    {
        json.WriteStartObject();
        json.WriteString("ph", "X");
        json.WriteString("name", e.Action.Description.Length > 0 ? e.Action.Description : e.Action.ToString());
        json.WriteString("cat", e.Action.Mnemonic);
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", row);
        json.WriteNumber("ts", (long)e.Start.TotalMicroseconds);
        json.WriteNumber("dur", (long)e.Usage.Duration.TotalMicroseconds);
        json.WriteStartObject("args");
        json.WriteString("owner", e.Action.Owner);
        json.WriteString("output", e.Action.PrimaryOutput.ExecPath);
        json.WriteString("reason", e.Reason);
        json.WriteBoolean("succeeded", e.Succeeded);
        if (e.Launch != LaunchResult.Unknown)
            json.WriteString("launcher", e.Launch.ToString());
        json.WriteNumber("cpu_ms", (long)e.Usage.CpuTime.TotalMilliseconds);
        json.WriteNumber("peak_mib", e.Usage.PeakMemoryBytes >> 20);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Memory(Utf8JsonWriter json, TraceEvent e)
    {
        json.WriteStartObject();
        json.WriteString("ph", "C");
        json.WriteString("name", "available memory");
        json.WriteNumber("pid", 1);
        json.WriteNumber("ts", (long)e.End.TotalMicroseconds);
        json.WriteStartObject("args");
        json.WriteNumber("MiB", e.Available >> 20);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
