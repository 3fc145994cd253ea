using System.Diagnostics;
using System.Globalization;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// Time to find out that nothing, or one thing, is to be done, beside ninja on the same build: 10,000 compiles with 1,000
/// headers each of 20,000. Arguments: a folder that is kept, compiles, headers each, headers.
/// </summary>
internal static class NoOpBenchmark
{
    public static int Run(string[] args)
    {
        string folder = args.Length > 0 ? Path.GetFullPath(args[0], "/") : Directory.CreateTempSubdirectory("tfnative-noop-").FullName;
        int Argument(int at, int standard) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : standard;
        string root = GeneratedBuild.Make(folder, Argument(1, 10_000), Argument(2, 1_000), Argument(3, 20_000));
        string ninjaFolder = Path.Combine(folder, "ninja");

        Console.WriteLine($"full build, ninja:    {Measured.Ninja(root, ninjaFolder),10:N0} ms");
        string output = Path.Combine(root, "bazel-out");
        Directory.Move(output, output + ".ninja"); // each has its own outputs and finds them as it made them
        double full = Measured.Executor(root, folder, out ExecutionSummary first);
        Console.WriteLine($"full build, executor: {full,10:N0} ms, {first.Ran} ran");
        Directory.Move(output, output + ".executor");

        Directory.Move(output + ".ninja", output);
        double ninja = Measured.Best(5, () => Measured.Ninja(root, ninjaFolder));
        TimeSpan ninjaStart = CpuTime.Children;
        Measured.Ninja(root, ninjaFolder);
        double ninjaCpu = (CpuTime.Children - ninjaStart).TotalMilliseconds;
        Directory.Move(output, output + ".ninja");

        Directory.Move(output + ".executor", output);
        Measured.Executor(root, folder, out _); // reads what is as young as the last build
        double warm = Measured.Best(5, () => Measured.Executor(root, folder, out _));
        TimeSpan start = CpuTime.Self;
        Measured.Executor(root, folder, out _);
        double warmCpu = (CpuTime.Self - start).TotalMilliseconds;
        double cold = Measured.Best(5, () => Cold(root, folder));
        string leaf = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cc", SearchOption.AllDirectories).First();
        File.AppendAllText(leaf, "include/package/with/a/usual/length/0/file_0.h\n");
        double one = Measured.Executor(root, folder, out ExecutionSummary changed);
        Directory.Move(output, output + ".executor");
        Directory.Delete(output + ".ninja", recursive: true);
        Directory.Delete(output + ".executor", recursive: true);
        Directory.Delete(Path.Combine(folder, "log"), recursive: true);

        Console.WriteLine($"no-op, ninja:           {ninja,8:N1} ms, {ninjaCpu:N1} ms of CPU");
        Console.WriteLine($"no-op, executor, warm:  {warm,8:N1} ms, {warm / ninja:N2} of ninja; {warmCpu:N1} ms of CPU");
        Console.WriteLine($"no-op, executor, cold:  {cold,8:N1} ms, {cold / ninja:N2} of ninja (first use in a process)");
        Console.WriteLine($"one source changed:     {one,8:N1} ms, {changed.Ran} ran, stale set known after {changed.CheckTime.TotalMilliseconds:N1} ms");
        return 0;
    }

    /// <summary>The time that a new process takes, from its first line on.</summary>
    private static double Cold(string root, string folder)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "execution-check", root, folder]) { RedirectStandardOutput = true };
        using Process process = Process.Start(info)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(NoOpBenchmark).Assembly.Location] : [];
}
