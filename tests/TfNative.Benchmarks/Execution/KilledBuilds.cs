using System.Diagnostics;
using System.Globalization;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// Kills dotnet build (SIGKILL) at random moments, alone or with all that it started, and looks at what the next build does:
/// the program must be right, nothing is compiled that was not stale, and what had ended before the kill is not compiled again.
/// Arguments: the feed with the packed SDK, how many kills, a seed.
/// </summary>
internal static class KilledBuilds
{
    /// <summary>Of those that end in the very moment of the kill, one per core, it cannot be known whether they were logged.</summary>
    private static readonly int Moment = Environment.ProcessorCount;

    public static int Run(string[] args)
    {
        int kills = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
        int seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        var random = new Random(seed);
        using var workspace = new KilledWorkspace(Path.GetFullPath(args[0]));
        workspace.Build();
        workspace.CheckProgram();
        workspace.AllBuilt();
        workspace.TakeNotes();
        int killed = 0, compiling = 0, again = 0, compiled = 0, edits = 0;
        double usual = 3;
        while (killed < kills)
        {
            workspace.Edit(random, edits++);
            // Every other one at any moment, the rest once a compiler runs.
            bool wasKilled = Kill(workspace, TimeSpan.FromSeconds(random.NextDouble() * usual), random.Next(2) == 0, edits % 2 == 0);
            (List<int> begunBefore, HashSet<int> endedBefore) = workspace.TakeNotes();
            Check(begunBefore.All(workspace.IsStale), "the killed build compiled what was not stale");
            Check(begunBefore.Distinct().Count() == begunBefore.Count, "the killed build compiled a source twice");
            if (wasKilled)
            {
                killed++;
                compiling += begunBefore.Count > endedBefore.Count ? 1 : 0;
            }

            var time = Stopwatch.StartNew();
            workspace.Build();
            usual = 0.9 * usual + 0.1 * (time.Elapsed.TotalSeconds + 1);
            workspace.CheckProgram();
            (List<int> begun, _) = workspace.TakeNotes();
            Check(begun.All(workspace.IsStale), "what was not stale was compiled");
            Check(begun.Distinct().Count() == begun.Count, "a source was compiled twice");
            int twice = begun.Count(endedBefore.Contains);
            Check(twice <= Moment, $"{twice} sources were compiled again that had been compiled before the kill");
            (again, compiled) = (again + twice, compiled + begunBefore.Count + begun.Count);
            workspace.AllBuilt();
            if (killed % 10 == 0)
            {
                Check(!workspace.Build().Contains("Native actions:", StringComparison.Ordinal), "a build after a good build ran something");
                workspace.TakeNotes();
            }
        }

        Console.WriteLine($"{killed} kills (seed {seed}), {compiling} of them while compilers ran; every next build right; of {compiled} compiles {again} were of what had just ended");
        return 0;
    }

    /// <returns>Whether it was killed before it had ended.</returns>
    private static bool Kill(KilledWorkspace workspace, TimeSpan after, bool tree, bool whileCompiling)
    {
        using Process build = workspace.Start();
        build.OutputDataReceived += (_, _) => { };
        build.BeginOutputReadLine();
        while (whileCompiling && !workspace.HasBegun && !build.WaitForExit(1))
        {
        }

        if (build.WaitForExit(whileCompiling ? after / 4 : after))
            return false;
        build.Kill(tree);
        build.WaitForExit();
        return true;
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
