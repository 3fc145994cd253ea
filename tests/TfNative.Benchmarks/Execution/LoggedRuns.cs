using System.Buffers.Binary;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// Counts in a build's log how often each action ended well: of a build that was killed and gone on with, none may have done so twice.
/// A log that was recompacted meanwhile has forgotten; one under a megabyte of dead records never was.
/// </summary>
internal static class LoggedRuns
{
    /// <param name="args">The log: log/build.log in BazelOutputBase.</param>
    public static int Run(string[] args)
    {
        LogReader log = LogReader.Read(File.ReadAllBytes(args[0]));
        var runs = new Dictionary<string, int>();
        foreach (int start in log.Records())
        {
            ReadOnlySpan<byte> payload = log.Payload(start);
            if ((LogRecordKind)BinaryPrimitives.ReadInt32LittleEndian(payload) != LogRecordKind.Action)
                continue;
            string output = log.Paths[log.Versions.PathOf(new LoggedAction(payload).Outputs[0])];
            runs[output] = runs.GetValueOrDefault(output) + 1;
        }

        Console.WriteLine($"{runs.Count} actions ended well, {runs.Count(r => r.Value > 1)} of them more than once");
        foreach ((string output, int count) in runs.Where(r => r.Value > 1).OrderBy(r => r.Key, StringComparer.Ordinal).Take(50))
            Console.WriteLine($"  {count} times: {output}");
        return runs.Values.Any(count => count > 1) ? 1 : 0;
    }
}
