namespace TfNative.Execution;

/// <summary>
/// Writes what is known of a build as one HTML file that a browser opens without a network: when each job ran what, the
/// critical path, the slowest actions, the headers that cost most, memory, cache hits, and a picture of the targets. It
/// is made from the action graph, the build log and the trace of the last build that ran something, so that it can be
/// made at any time after it.
/// </summary>
public static class BuildReport
{
    private static readonly string[] Scripts = ["format", "table", "timeline", "treemap", "graph", "page"];

    /// <param name="graph">What was built.</param>
    /// <param name="logFolder">The <see cref="ExecutionRequest.LogFolder"/> of its builds.</param>
    /// <param name="path">Absolute path of the file to write; its folder is made.</param>
    /// <param name="title">Whose build it is, for the heading.</param>
    /// <param name="made">When.</param>
    /// <exception cref="ExecutionException">TFN3050: it cannot be written, or there is nothing to make it from.</exception>
    public static void Write(ActionGraph graph, string logFolder, string path, string title, DateTimeOffset made)
    {
        try
        {
            byte[] log = File.ReadAllBytes(Path.Combine(logFolder, "build.log"));
            string trace = Path.Combine(logFolder, "trace.json");
            TraceFile events = File.Exists(trace) ? TraceFile.Read(File.ReadAllBytes(trace)) : TraceFile.Empty;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var writer = new StreamWriter(path);
            Write(writer, ReportModel.Make(graph, log, events), title, made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ExecutionErrors.ReportNotWritten(path, e);
        }
    }

    internal static void Write(TextWriter writer, ReportModel model, string title, DateTimeOffset made)
    {
        string[] parts = Resource("report.html").Split("<!--", StringSplitOptions.None);
        foreach (string part in parts)
        {
            int end = part.IndexOf("-->", StringComparison.Ordinal);
            switch (end < 0 ? "" : part[..end].Trim())
            {
                case "style":
                    writer.Write(Resource("report.css"));
                    break;
                case "data":
                    writer.Write(ReportJson.Write(model, title, made));
                    break;
                case "script":
                    foreach (string script in Scripts)
                        writer.Write(Resource(script + ".js"));
                    break;
                default:
                    break;
            }

            writer.Write(end < 0 ? part : part[(end + 3)..]);
        }
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(BuildReport).Assembly.GetManifestResourceStream("Report." + name)
            ?? throw new InvalidOperationException($"the assembly lacks its part {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
