namespace TfNative.Execution.Tests.Reporting;

/// <summary>A graph, its log and its trace as a build of so many compiles would have left them, without building.</summary>
internal sealed class GeneratedBuild
{
    public const int CompilesPerTarget = 10;

    /// <summary>Bytes of each source, and of each header that it includes.</summary>
    public const int SourceSize = 1000, HeaderSize = 3000;

    private const int Jobs = 4;

    public GeneratedBuild(int compiles)
    {
        var builder = new ActionGraphBuilder();
        var storage = new GrowingLog();
        using var log = BuildLog.Open(storage, _ => { });
        var events = new List<TraceEvent>();
        var objects = new List<Artifact>();
        var clock = new TimeSpan[Jobs];
        PlanNode? last = null;
        for (int i = 0; i < compiles; i++)
        {
            int target = i / CompilesPerTarget;
            string package = $"src/lib{target / 4}";
            var action = new SpawnAction
            {
                Mnemonic = "CppCompile",
                Owner = $"//{package}:target{target}",
                Description = $"Compiling {package}/file{i}.cc",
                CommandLine = CommandLine.Of("/bin/cc", "-c", $"{package}/file{i}.cc"),
                Inputs = [builder.Source($"{package}/file{i}.cc")],
                Outputs = [builder.Output($"out/{i}.o")],
                Depfile = $"out/{i}.d",
                DiscoversInputs = true,
            };
            builder.Add(action);
            objects.Add(action.PrimaryOutput);
            // File 3 is the slowest; others take between 100 and 199 milliseconds.
            var usage = new ActionUsage(TimeSpan.FromMilliseconds(i == 3 ? 9000 : 100 + (i * 37 % 100)), TimeSpan.FromMilliseconds(90), 50 << 20);
            string[] headers = ["src/lib0/common.h", $"{package}/own.h", "/usr/include/stdio.h"];
            log.Add(Logged(log, action, usage, headers));
            SetSize(log, $"{package}/file{i}.cc", SourceSize);
            foreach (string header in headers)
                SetSize(log, header, HeaderSize);
            int slot = i % Jobs;
            events.Add(new TraceEvent(
                action, slot, clock[slot], usage, i == 7 ? "<script>alert(1)</script>" : "never built", i != 5, Launch(i), 1L << 32));
            clock[slot] += usage.Duration;
            if (i == 3)
                last = new PlanNode(action);
        }

        var link = new SpawnAction
        {
            Mnemonic = "CppLink",
            Owner = "//app:app",
            CommandLine = CommandLine.Of("/bin/cc", "-o", "out/app"),
            InputSets = [ArtifactSet.Create(objects)],
            Outputs = [builder.Output("out/app")],
        };
        builder.Add(link);
        var linkUsage = new ActionUsage(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 900 << 20);
        log.Add(Logged(log, link, linkUsage, []));
        events.Add(new TraceEvent(link, 0, clock.Max(), linkUsage, "never built", true, LaunchResult.Unknown, 1L << 31));
        Graph = builder.Build([link.PrimaryOutput]);
        using var trace = new MemoryStream();
        ChromeTrace.Write(trace, events, [new PlanNode(link) { LastAwaited = last }, last!]);
        (Log, Trace) = (storage.Bytes, trace.ToArray());
    }

    public ActionGraph Graph { get; }

    public byte[] Log { get; }

    public byte[] Trace { get; }

    public ReportModel Model() => ReportModel.Make(Graph, Log, TraceFile.Read(Trace));

    public string Html()
    {
        using var text = new StringWriter();
        BuildReport.Write(text, Model(), "Build of <everything>", DateTimeOffset.UnixEpoch);
        return text.ToString();
    }

    private static LaunchResult Launch(int i) => i % 2 == 0 ? LaunchResult.CacheHit : LaunchResult.CacheMiss;

    /// <summary>Takes what is appended without copying what is there already.</summary>
    private sealed class GrowingLog : ILogStorage
    {
        private readonly MemoryStream _bytes = new();

        public string Name => "build.log";

        public byte[] Bytes => _bytes.ToArray();

        public LogReader Read() => LogReader.Read(Bytes);

        public void Write(long position, ReadOnlySpan<byte> bytes)
        {
            _bytes.Position = position;
            _bytes.Write(bytes);
        }

        public void Replace(ReadOnlySpan<byte> bytes) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private static void SetSize(BuildLog log, string path, long size) =>
        log.SetStamp(Version(log, path), new FileStamp(size, 1, 1, 1));

    private static int Version(BuildLog log, string path) =>
        log.VersionId(log.PathId(path), new FileContent(FileType.File, false, new Hash128(1, 0)));

    private static LoggedRun Logged(BuildLog log, BuildAction action, ActionUsage usage, string[] headers)
    {
        int Version(string path) => GeneratedBuild.Version(log, path);
        return new LoggedRun(
            action.Digest, usage, [Version(action.PrimaryOutput.ExecPath)], [], [.. headers.Select(Version)], [], []);
    }
}
