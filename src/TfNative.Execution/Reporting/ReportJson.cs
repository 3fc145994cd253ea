using System.Text;
using System.Text.Json;

namespace TfNative.Execution;

/// <summary>
/// The report's data for its script, as columns: ten thousand actions are written as a few long arrays, and names that
/// repeat are numbers. The default encoder of System.Text.Json writes '&lt;' as an escape, so that nothing in it can end the
/// script element.
/// </summary>
internal static class ReportJson
{
    public static string Write(ReportModel model, string title, DateTimeOffset made)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteString("made", made);
            Actions(json, model);
            Runs(json, model);
            Column(json, "memory", model.AvailableMemory, sample =>
            {
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round(sample.Milliseconds, 1));
                json.WriteNumberValue(sample.MiB);
                json.WriteEndArray();
            });
            Column(json, "headers", model.Headers, header =>
            {
                json.WriteStartArray();
                json.WriteStringValue(header.Path);
                json.WriteNumberValue((long)header.Time.TotalMilliseconds);
                json.WriteNumberValue(header.Compiles);
                json.WriteEndArray();
            });
            if (model.HeaderShare is { } share)
                json.WriteNumber("headerShare", Math.Round(share, 4));
            Targets(json, model.Targets);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Actions(Utf8JsonWriter json, ReportModel model)
    {
        var mnemonics = new NameTable();
        var targets = model.Targets.Targets.Select((name, number) => (name, number)).ToDictionary(t => t.name, t => t.number);
        json.WriteStartObject("actions");
        Column(json, "name", model.Actions, a => json.WriteStringValue(a.Action.Description.Length > 0 ? a.Action.Description : a.Action.ToString()));
        Column(json, "output", model.Actions, a => json.WriteStringValue(a.Action.PrimaryOutput.ExecPath));
        Column(json, "target", model.Actions, a => json.WriteNumberValue(targets[a.Action.Owner]));
        Column(json, "kind", model.Actions, a => json.WriteNumberValue(mnemonics.Add(a.Action.Mnemonic)));
        Column(json, "time", model.Actions, a => Number(json, a.Usage?.Duration.TotalMilliseconds));
        Column(json, "cpu", model.Actions, a => Number(json, a.Usage?.CpuTime.TotalMilliseconds));
        Column(json, "peak", model.Actions, a => Number(json, a.Usage?.PeakMemoryBytes >> 20));
        json.WriteEndObject();
        Column(json, "kinds", mnemonics.Names, json.WriteStringValue);
    }

    private static void Runs(Utf8JsonWriter json, ReportModel model)
    {
        json.WriteStartObject("runs");
        Column(json, "action", model.Runs, r => json.WriteNumberValue(r.Action));
        Column(json, "slot", model.Runs, r => json.WriteNumberValue(r.Run.Slot));
        Column(json, "start", model.Runs, r => json.WriteNumberValue(Math.Round(r.Run.Start, 1)));
        Column(json, "time", model.Runs, r => json.WriteNumberValue(Math.Round(r.Run.Duration, 1)));
        Column(json, "cpu", model.Runs, r => json.WriteNumberValue(r.Run.CpuTime));
        Column(json, "peak", model.Runs, r => json.WriteNumberValue(r.Run.PeakMemory));
        Column(json, "reason", model.Runs, r => json.WriteStringValue(r.Run.Reason));
        Column(json, "launch", model.Runs, r => json.WriteNumberValue((int)r.Run.Launch));
        Column(json, "ok", model.Runs, r => json.WriteNumberValue(r.Run.Succeeded ? 1 : 0));
        Column(json, "critical", model.Runs, r => json.WriteNumberValue(r.IsCritical ? 1 : 0));
        json.WriteEndObject();
    }

    private static void Targets(Utf8JsonWriter json, TargetGraph graph)
    {
        Column(json, "targets", graph.Targets, json.WriteStringValue);
        Column(json, "packages", graph.Packages, json.WriteStringValue);
        Column(json, "packageOf", graph.PackageOfTarget, json.WriteNumberValue);
        Column(json, "targetEdges", graph.TargetEdges.SelectMany(edge => (int[])[edge.From, edge.To]), json.WriteNumberValue);
        Column(json, "packageEdges", graph.PackageEdges.SelectMany(edge => (int[])[edge.From, edge.To]), json.WriteNumberValue);
    }

    private static void Column<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
            json.WriteNumberValue((long)number);
        else
            json.WriteNullValue();
    }
}
