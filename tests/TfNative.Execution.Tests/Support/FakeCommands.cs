using System.Text;

namespace TfNative.Execution.Tests.Support;

/// <summary>
/// Programs that work on a <see cref="VirtualDisk"/>:
/// <c>cc [flags] -o OUT [-MF DEP] SOURCES</c> writes its flags and its sources with their #include lines followed;
/// <c>strip -o OUT SOURCES</c> writes the sources without their // lines, so that a change of these changes nothing;
/// <c>cat -o OUT @PARAMS</c> reads its arguments from a response file too.
/// </summary>
internal sealed class FakeCommands(VirtualDisk disk) : ICommandRunner
{
    private readonly Lock _lock = new();

    /// <summary>What was run, as lines.</summary>
    public List<string> Ran { get; } = [];

    public List<Command> Commands { get; } = [];

    /// <summary>Programs that run the program that their arguments name.</summary>
    public HashSet<string> Launchers { get; } = [];

    /// <summary>Called instead of the program when it gives a result.</summary>
    public Func<Command, CommandResult?>? Instead { get; set; }

    /// <summary>Called after a program has done its work and before it ends.</summary>
    public Action<Command>? Before { get; set; }

    public static CommandResult Exit(int code, string output = "") =>
        new(CommandEnd.Exited, code, Output(output), new ActionUsage(default, TimeSpan.FromSeconds(1), 10 << 20));

    public static ActionOutput Output(string text) => new(Encoding.UTF8.GetBytes(text), text.Length, null);

    public CommandResult Run(Command command, CancellationToken cancel)
    {
        lock (_lock)
        {
            Ran.Add(string.Join(' ', command.Arguments));
            Commands.Add(command);
            if (cancel.IsCancellationRequested)
                return new CommandResult(CommandEnd.Cancelled, 15, ActionOutput.None, default);
            if (Instead?.Invoke(command) is { } result)
                return result;
            disk.Tick();
            Before?.Invoke(command);
            return Work([.. command.Arguments]);
        }
    }

    public void Dispose()
    {
    }

    private CommandResult Work(List<string> arguments)
    {
        if (Launchers.Contains(arguments[0]))
            arguments.RemoveAt(0);
        string? output = Take(arguments, "-o");
        string? depfile = Take(arguments, "-MF");
        arguments = [.. arguments.SelectMany(a => a.StartsWith('@') ? disk.Text(a[1..]).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [a])];
        var sources = arguments.Skip(1).Where(a => !a.StartsWith('-')).ToList();
        var read = new List<string>();
        var text = new StringBuilder();
        foreach (string flag in arguments.Skip(1).Where(a => a.StartsWith('-')))
            text.Append(flag).Append('\n');
        foreach (string source in sources)
        {
            if (!Include(source, text, read, arguments[0] == "/bin/strip", arguments[0] == "/bin/cc"))
                return Exit(1, $"{source}: No such file");
        }

        disk.Write(output!, text.ToString());
        if (depfile is not null)
            disk.Write(depfile, $"{output}: {string.Join(" \\\n ", read)}\n");
        return Exit(0);
    }

    private bool Include(string path, StringBuilder text, List<string> read, bool strip, bool include)
    {
        if (read.Contains(path))
            return true;
        if (!disk.Exists(path))
            return false;
        read.Add(path);
        foreach (string line in disk.Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (include && line.StartsWith("#include ", StringComparison.Ordinal))
            {
                if (!Include(line["#include ".Length..], text, read, strip, include))
                    return false;
            }
            else if (!strip || !line.StartsWith("//", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
        }

        return true;
    }

    private static string? Take(List<string> arguments, string flag)
    {
        int at = arguments.IndexOf(flag);
        if (at < 0)
            return null;
        string value = arguments[at + 1];
        arguments.RemoveRange(at, 2);
        return value;
    }
}
