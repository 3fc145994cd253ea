using System.Text.Json;

namespace TfNative.Execution;

/// <summary>What <see cref="ChromeTrace"/> wrote of the last build that ran something.</summary>
internal sealed record TraceFile(
    IReadOnlyList<TracedRun> Runs, IReadOnlySet<string> CriticalOutputs, IReadOnlyList<(double Milliseconds, long MiB)> AvailableMemory)
{
    public static readonly TraceFile Empty = new([], new HashSet<string>(), []);

    /// <param name="json">The file; one that is cut off, as by a full disk, counts as none.</param>
    public static TraceFile Read(ReadOnlyMemory<byte> json)
    {
        var runs = new List<TracedRun>();
        var critical = new HashSet<string>();
        var memory = new List<(double, long)>();
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (JsonElement e in document.RootElement.GetProperty("traceEvents").EnumerateArray())
            {
                JsonElement arguments = e.GetProperty("args");
                string kind = e.GetProperty("ph").GetString()!;
                if (kind == "C")
                    memory.Add((Milliseconds(e, "ts"), arguments.GetProperty("MiB").GetInt64()));
                else if (kind == "X" && e.GetProperty("tid").GetInt32() == ChromeTrace.CriticalPathRow)
                    critical.Add(arguments.GetProperty("output").GetString()!);
                else if (kind == "X")
                    runs.Add(Run(e, arguments));
            }
        }
        catch (JsonException)
        {
            return Empty;
        }

        return new TraceFile(runs, critical, memory);
    }

    private static TracedRun Run(JsonElement e, JsonElement arguments) => new(
        arguments.GetProperty("output").GetString()!,
        e.GetProperty("tid").GetInt32(),
        Milliseconds(e, "ts"),
        Milliseconds(e, "dur"),
        arguments.GetProperty("reason").GetString()!,
        arguments.GetProperty("succeeded").GetBoolean(),
        arguments.TryGetProperty("launcher", out JsonElement launch) ? Enum.Parse<LaunchResult>(launch.GetString()!) : LaunchResult.Unknown,
        arguments.GetProperty("cpu_ms").GetInt64(),
        arguments.GetProperty("peak_mib").GetInt64());

    private static double Milliseconds(JsonElement e, string name) => e.GetProperty(name).GetInt64() / 1000.0;
}
