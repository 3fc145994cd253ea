using System.Globalization;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// A full build in parts, each by ninja and by our executor right after one another and by turns first: what the machine does
/// meanwhile, both have. A part is a random share of the objects with all that they need; the last one also has the wanted
/// libraries, so that all parts are the whole build from nothing, for both. Arguments: the output base of a project whose
/// actions have been exported (-t:ExportNinja), how many parts, and which of them to do now, from 1 on. The times are added
/// to chunks.txt in the output base; the first part begins anew.
/// </summary>
internal static class ChunkedBuildBenchmark
{
    public static int Run(string[] args)
    {
        string outputBase = Path.GetFullPath(args[0]);
        int parts = int.Parse(args[1], CultureInfo.InvariantCulture);
        var build = new ChunkedBuild(outputBase);
        string results = Path.Combine(outputBase, "chunks.txt");
        foreach (int part in args[2..].Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)))
        {
            if (part == 1)
            {
                build.Clear();
                File.Delete(results);
            }

            Artifact[] wanted = build.Part(part, parts);
            (double ninja, double executor, TimeSpan ninjaCpu, TimeSpan executorCpu) = build.Run(wanted, executorFirst: part % 2 == 0);
            File.AppendAllText(results, string.Create(
                CultureInfo.InvariantCulture,
                $"{part} {wanted.Length} {ninja:0.000} {ninjaCpu.TotalSeconds:0.000} {executor:0.000} {executorCpu.TotalSeconds:0.000}\n"));
        }

        Report(File.ReadAllLines(results));
        return 0;
    }

    private static void Report(string[] lines)
    {
        double[][] rows = [.. lines.Select(line => line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray())];
        foreach (double[] row in rows)
            Console.WriteLine($"part {row[0],2}, {row[1],3} wanted: ninja {row[2],6:N2} s ({row[3],6:N2} s of CPU), executor {row[4],6:N2} s ({row[5],6:N2} s of CPU), {row[4] / row[2]:N3}");
        double[] ratios = [.. rows.Select(row => row[4] / row[2]).Order()];
        double ninja = rows.Sum(row => row[2]), executor = rows.Sum(row => row[4]);
        Console.WriteLine($"all {rows.Length}: ninja {ninja:N1} s, executor {executor:N1} s, {executor / ninja:N3} of ninja; parts from {ratios[0]:N3} to {ratios[^1]:N3}, median {ratios[ratios.Length / 2]:N3}");
        Console.WriteLine($"CPU time: ninja {rows.Sum(row => row[3]):N1} s, executor {rows.Sum(row => row[5]):N1} s, {rows.Sum(row => row[5]) / rows.Sum(row => row[3]):N3}");
    }
}
