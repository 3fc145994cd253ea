using System.Diagnostics;
using System.Globalization;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// Measures how much of the compilers' time goes into headers, on some compiles of a build that are drawn at random: the CPU time of each,
/// and of the same command on a source that has nothing but the preprocessor's lines. The report's share is of bytes;
/// this is of time.
/// </summary>
internal static class HeaderTime
{
    /// <param name="args">BazelOutputBase of a finished build, how many compiles, a seed.</param>
    public static int Run(string[] args)
    {
        string executionRoot = Path.Combine(args[0], "execroot");
        int count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40;
        var random = new Random(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1);
        ActionGraph graph = ActionGraphFile.Read(Path.Combine(args[0], "actions.graph"))
            ?? throw new InvalidOperationException("there is no action graph in " + args[0]);
        SpawnAction[] compiles =
        [
            .. graph.Actions.OfType<SpawnAction>().Where(action => action.Mnemonic == "CppCompile"
                && Path.GetExtension(action.Inputs[0].ExecPath) is ".cc" or ".cpp" or ".c")
        ];
        random.Shuffle(compiles);
        string folder = Directory.CreateTempSubdirectory("tfnative-headers-").FullName;
        double whole = 0, inHeaders = 0;
        int measured = 0, passedOver = 0;
        foreach (SpawnAction action in compiles)
        {
            if (measured == count)
                break;
            string source = Path.Combine(executionRoot, action.Inputs[0].ExecPath);
            string directives = Path.Combine(folder, Path.GetFileName(source));
            File.WriteAllLines(directives, Directives(File.ReadLines(source)));
            List<string> command = [.. action.CommandLine.ToArray()];
            command[command.IndexOf(action.PrimaryOutput.ExecPath)] = "/dev/null";
            if (action.Depfile is { } depfile)
                command[command.IndexOf(depfile)] = "/dev/null";
            double one = Compile(command, executionRoot) ?? throw new InvalidOperationException($"{source} does not compile");
            command[command.IndexOf(action.Inputs[0].ExecPath)] = directives;
            command.InsertRange(1, ["-iquote", Path.GetDirectoryName(source)!]);
            // Some include text in the middle of a declaration.
            if (Compile(command, executionRoot) is not { } headers)
            {
                passedOver++;
                continue;
            }

            Console.WriteLine($"{headers,6:0.00} of {one,6:0.00} s  {action.Inputs[0].ExecPath}");
            measured++;
            (whole, inHeaders) = (whole + one, inHeaders + headers);
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{measured} of {compiles.Length} compiles, {passedOver} passed over: {whole:0.0} s of CPU time, {inHeaders:0.0} s with headers alone, {inHeaders / whole:0.000}");
        return 0;
    }

    /// <summary>Those of the preprocessor, with the lines that they go on in.</summary>
    private static IEnumerable<string> Directives(IEnumerable<string> lines)
    {
        bool continued = false;
        foreach (string line in lines)
        {
            if (!continued && !line.TrimStart().StartsWith('#'))
                continue;
            continued = line.EndsWith('\\');
            yield return line;
        }
    }

    /// <returns>Seconds of CPU time; null when it failed.</returns>
    private static double? Compile(List<string> command, string executionRoot)
    {
        TimeSpan before = CpuTime.Children;
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = executionRoot, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (CpuTime.Children - before).TotalSeconds : null;
    }
}
