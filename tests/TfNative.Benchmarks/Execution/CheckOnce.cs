using System.Globalization;

namespace TfNative.Benchmarks.Execution;

/// <summary>No-ops in a new process; prints the milliseconds of each. Arguments: execution root, folder of graph and log,
/// how many.</summary>
internal static class CheckOnce
{
    public static int Run(string[] args)
    {
        int count = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        for (int i = 0; i < count; i++)
            Console.WriteLine(Measured.Executor(args[0], args[1], out _).ToString("0.000", CultureInfo.InvariantCulture));
        return 0;
    }
}
