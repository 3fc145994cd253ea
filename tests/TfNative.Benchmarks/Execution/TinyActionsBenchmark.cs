using System.Diagnostics;
using System.Globalization;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>Actions each of which writes one small file, beside ninja on the same. Argument: how many.</summary>
internal static class TinyActionsBenchmark
{
    public static int Run(string[] args)
    {
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        string folder = Directory.CreateTempSubdirectory("tfnative-tiny-").FullName;
        try
        {
            string root = Path.Combine(folder, "root");
            Directory.CreateDirectory(root);
            string program = FakeCompiler.Make(folder);
            var builder = new ActionGraphBuilder();
            var wanted = new List<Artifact>();
            for (int i = 0; i < count; i++)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"out/{i % 100}/file{i}");
                wanted.Add(builder.Output(path));
                var command = CommandLine.Of(program, path);
                builder.Add(new SpawnAction { Mnemonic = "Write", CommandLine = command, Outputs = [wanted[^1]] });
            }

            GeneratedBuild.Save(folder, builder.Build(wanted));
            TimeSpan start = CpuTime.All;
            string jobs = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
            double ninja = Measured.Ninja(root, Path.Combine(folder, "ninja"), "-j", jobs, "--quiet");
            TimeSpan ninjaCpu = CpuTime.All - start;
            Directory.Delete(Path.Combine(root, "out"), recursive: true);
            start = CpuTime.All;
            TimeSpan self = CpuTime.Self;
            double executor = Measured.Executor(root, folder, out _);
            TimeSpan executorCpu = CpuTime.All - start;
            self = CpuTime.Self - self;
            Rate("ninja", count / ninja, ninjaCpu / count);
            Rate("executor", count / executor, executorCpu / count);
            Console.WriteLine($"          {ninja / executor:N2} of ninja's rate, {executorCpu / ninjaCpu:N2} of its CPU time");
            long peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
            Console.WriteLine($"          {self.TotalMicroseconds / count:N0} us of CPU each in the executor itself, peak {peak} MiB");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Rate(string who, double perMillisecond, TimeSpan cpu) =>
        Console.WriteLine($"{who + ":",-9} {perMillisecond * 1000,8:N0} actions/s, {cpu.TotalMicroseconds:N0} us of CPU each");
}
