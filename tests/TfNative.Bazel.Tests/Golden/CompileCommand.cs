namespace TfNative.Bazel.Tests.Golden;

/// <summary>A compile's command, taken apart into what is compared, with paths mapped and the toolchain's flags taken off.</summary>
/// <param name="Groups">By name, the flags of a kind in order.</param>
/// <param name="ToolchainProblem">How the toolchain's flags differ from the documented ones; null for not at all.</param>
public sealed record CompileCommand(IReadOnlyDictionary<string, IReadOnlyList<string>> Groups, string? ToolchainProblem)
{
    /// <summary>Flags whose value may follow as an argument of its own.</summary>
    private static readonly string[] WithValue = ["-iquote", "-isystem", "-idirafter", "-include", "-I", "-D", "-U", "-x", "-arch"];

    public static readonly IReadOnlyList<string> GroupNames = ["-D and -U", "-iquote", "-I", "-isystem", "other options"];

    public static CompileCommand Parse(ActionView action, ToolchainFlags toolchain)
    {
        List<string> flags = WithoutFiles(action.Argv.Skip(1));
        string mode = ToolchainFlags.ModeOf(action.Configuration);
        string[] begin = toolchain.Beginning(mode, IsCxx(action.Source)).ToArray();
        string? problem = null;
        if (flags.Take(begin.Length).SequenceEqual(begin))
            flags.RemoveRange(0, begin.Length);
        else
            problem = "begins with " + string.Join(' ', flags.Take(begin.Length)) + ", not with " + string.Join(' ', begin);
        if (flags.TakeLast(toolchain.CompileEnd.Count).SequenceEqual(toolchain.CompileEnd))
            flags.RemoveRange(flags.Count - toolchain.CompileEnd.Count, toolchain.CompileEnd.Count);
        else
            problem ??= "does not end with " + string.Join(' ', toolchain.CompileEnd);
        return new CompileCommand(Group(flags), problem);
    }

    private static bool IsCxx(string source) => Path.GetExtension(source) is not (".c" or ".s" or ".S" or ".asm");

    /// <summary>Leaves out the files that are read and written, and what depends on their names.</summary>
    private static List<string> WithoutFiles(IEnumerable<string> arguments)
    {
        var flags = new List<string>();
        using IEnumerator<string> argument = arguments.GetEnumerator();
        while (argument.MoveNext())
        {
            string flag = argument.Current;
            if (flag is "-c" or "-o" or "-MF")
                argument.MoveNext();
            else if (flag is not ("-MD" or "-fPIC") && !flag.StartsWith("-frandom-seed=", StringComparison.Ordinal))
                flags.Add(WithValue.Contains(flag) && argument.MoveNext() ? flag + " " + argument.Current : flag);
        }

        return flags;
    }

    private static Dictionary<string, IReadOnlyList<string>> Group(List<string> flags)
    {
        var groups = GroupNames.ToDictionary(name => name, _ => new List<string>());
        foreach (string flag in flags.Select(PathMapping.Map))
        {
            string name = flag switch
            {
                _ when flag.StartsWith("-iquote ", StringComparison.Ordinal) => "-iquote",
                _ when flag.StartsWith("-isystem ", StringComparison.Ordinal) => "-isystem",
                _ when flag.StartsWith("-I", StringComparison.Ordinal) => "-I",
                _ when flag.StartsWith("-D", StringComparison.Ordinal) => "-D and -U",
                _ when flag.StartsWith("-U", StringComparison.Ordinal) => "-D and -U",
                _ => "other options",
            };
            groups[name].Add(name is "-I" or "-D and -U" ? flag[..2] + flag[2..].TrimStart() : flag);
        }

        return groups.ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.Value);
    }
}
