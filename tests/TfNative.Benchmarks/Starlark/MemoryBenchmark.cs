using System.Diagnostics;
using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>Memory with the whole corpus parsed and resolved and held.</summary>
internal static class MemoryBenchmark
{
    public static int Run(string[] args)
    {
        List<string> paths = Corpus.Find(args);
        List<StarlarkFile> files = Parse(paths);
        StarlarkEnvironment environment = Corpus.PermissiveEnvironment(files);
        files = Parse(paths);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var programs = new List<StarlarkProgram>();
        foreach (StarlarkFile file in files)
            programs.Add(StarlarkProgram.Resolve(file, environment));
        long held = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"{programs.Count} programs: heap {held / 1e6:F1} MB ({before / 1e6:F1} MB before resolving)");
        Console.WriteLine($"working set {Process.GetCurrentProcess().WorkingSet64 / 1e6:F1} MB");
        GC.KeepAlive(programs);
        return 0;
    }

    private static List<StarlarkFile> Parse(List<string> paths) =>
        paths.ConvertAll(p => StarlarkFile.Parse(p, File.ReadAllBytes(p), Corpus.DialectOf(p)));
}
