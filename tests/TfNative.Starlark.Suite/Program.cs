namespace TfNative.Starlark.Suite;

/// <summary>Runs suites of chunked .star files; see README.md.</summary>
internal static class Program
{
    private const string Usage = "usage: [--dialect build|bzl|test] [--lines-only] FOLDER|FILE... | --transcript FILE";

    public static int Main(string[] args)
    {
        Dialect dialect = Dialect.Test;
        bool linesOnly = false;
        var paths = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--dialect" && i + 1 < args.Length && Parse(args[++i]) is { } chosen)
                dialect = chosen;
            else if (args[i] == "--lines-only")
                linesOnly = true;
            else if (args[i] == "--transcript" && i + 1 < args.Length)
                return Transcribe(args[i + 1]);
            else if (args[i].StartsWith('-'))
                return Fail(Usage);
            else
                paths.Add(args[i]);
        }
        if (paths.Count == 0)
            return Fail(Usage);
        return Run(new ChunkRunner(dialect, linesOnly), paths);
    }

    private static int Transcribe(string path)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        Transcript.Write(path, output);
        return 0;
    }

    private static Dialect? Parse(string name) => name switch
    {
        "build" => Dialect.Build,
        "bzl" => Dialect.Bzl,
        "test" => Dialect.Test,
        _ => null,
    };

    private static int Run(ChunkRunner runner, List<string> paths)
    {
        int files = 0, chunks = 0, failed = 0;
        foreach (string file in paths.SelectMany(Expand))
        {
            files++;
            foreach (Chunk chunk in Chunk.Split(file, File.ReadAllText(file)))
            {
                chunks++;
                IReadOnlyList<string> failures = runner.Run(chunk);
                failed += failures.Count > 0 ? 1 : 0;
                foreach (string failure in failures)
                    Console.WriteLine(failure);
            }
        }
        Console.WriteLine($"{files} files, {chunks} chunks, {failed} failed");
        return failed == 0 && chunks > 0 ? 0 : 1;
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.star", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
