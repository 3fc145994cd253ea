using System.Diagnostics;

namespace TfNative.Starlark.Fuzz;

/// <summary>
/// Runs mutated files until a count is reached: <c>[--count N] [--seed N] [--out FOLDER] FOLDER...</c>. The folders
/// hold the files to start from (BUILD, .bzl, .star). A finding is written to a file and printed; the exit code tells.
/// </summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        int count = 100_000, seed = 1;
        string output = ".";
        var folders = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--count": count = int.Parse(args[++i]); break;
                case "--seed": seed = int.Parse(args[++i]); break;
                case "--out": output = args[++i]; break;
                default: folders.Add(args[i]); break;
            }
        }
        List<string> corpus = folders.SelectMany(Read).ToList();
        if (corpus.Count == 0)
        {
            Console.Error.WriteLine("no files to start from: give folders");
            return 2;
        }
        return Run(corpus, count, seed, output);
    }

    private static int Run(List<string> corpus, int count, int seed, string output)
    {
        var mutator = new Mutator(corpus, seed);
        var reached = new int[4];
        int findings = 0;
        double slowest = 0;
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            string text = mutator.Next();
            long start = Stopwatch.GetTimestamp();
            try
            {
                reached[Harness.Run(text, i % 3 == 0 ? Dialect.Build : i % 3 == 1 ? Dialect.Bzl : Dialect.Test)]++;
            }
#pragma warning disable CA1031 // Whatever escapes is what is being looked for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                findings++;
                string path = Path.Combine(output, $"finding-{seed}-{i}.bzl");
                File.WriteAllText(path, text);
                Console.WriteLine($"{path}: {e}");
            }
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (seconds > slowest)
            {
                slowest = seconds;
                if (seconds > 5)
                    File.WriteAllText(Path.Combine(output, $"slow-{seed}-{i}.bzl"), text);
            }
        }
        Console.WriteLine(
            $"{count} files in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s: {reached[0]} syntax errors, {reached[1]} resolution errors, "
            + $"{reached[2]} failed, {reached[3]} ran; slowest {slowest:F2} s; {findings} findings");
        return findings == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Read(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) == "BUILD" || Path.GetExtension(path) is ".bzl" or ".BUILD" or ".bazel" or ".star")
                yield return File.ReadAllText(path);
        }
    }
}
