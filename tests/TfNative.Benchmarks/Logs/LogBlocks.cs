using Microsoft.Build.Logging.StructuredLogger;

namespace TfNative.Benchmarks.Logs;

/// <summary>Reads a build's binary log and checks that what each compile printed is whole: with many at a time, nothing of one stands
/// among the lines of another, and none is there twice.</summary>
internal static class LogBlocks
{
    /// <param name="args">The .binlog file.</param>
    /// <returns>0 when all blocks are whole.</returns>
    public static int Run(string[] args)
    {
        if (args is not [var file] || !File.Exists(file))
        {
            Console.Error.WriteLine("usage: log-blocks FILE.binlog");
            return 2;
        }

        var blocks = new List<OutputBlock>();
        Serialization.Read(file).VisitAllChildren<Message>(message =>
        {
            if (OutputBlock.Of(message.Text) is { } block)
                blocks.Add(block);
        });
        string[] problems =
        [
            .. blocks.SelectMany(block => block.Problems().Select(problem => $"{block.Source}:{problem}")),
            .. blocks.GroupBy(block => block.Source).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {group.Count()} blocks"),
        ];
        foreach (string problem in problems)
            Console.WriteLine(problem);
        Console.WriteLine($"{blocks.Count} blocks, {blocks.Sum(block => block.Lines)} lines, {problems.Length} problems");
        return problems.Length == 0 ? 0 : 1;
    }
}
