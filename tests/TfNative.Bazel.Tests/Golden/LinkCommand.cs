namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// A link's command, taken apart into what is compared: what it is made of, and with which options. Archives stand for
/// their objects, so that it makes no difference whether an archive is made before the link or not.
/// </summary>
/// <param name="Inputs">
/// Objects and libraries in order; with <c>(if needed)</c> before those of an archive that the linker takes objects from as
/// it needs them.
/// </param>
/// <param name="Options">All other flags in order, the toolchain's left out.</param>
public sealed record LinkCommand(IReadOnlyList<string> Inputs, IReadOnlyList<string> Options)
{
    /// <param name="action">The link.</param>
    /// <param name="toolchain">Whose flags to leave out.</param>
    /// <param name="archives">From an archive's path to its objects.</param>
    public static LinkCommand Parse(
        ActionView action, ToolchainFlags toolchain, IReadOnlyDictionary<string, IReadOnlyList<string>> archives)
    {
        List<string> arguments = [.. action.Argv.Skip(1)];
        if (arguments.TakeLast(toolchain.LinkEnd.Count).SequenceEqual(toolchain.LinkEnd))
            arguments.RemoveRange(arguments.Count - toolchain.LinkEnd.Count, toolchain.LinkEnd.Count);
        var inputs = new List<string>();
        var options = new List<string>();
        bool whole = false;
        bool inLib = false;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            switch (argument)
            {
                case "-o":
                    i++;
                    break;
                case "-Wl,-whole-archive" or "-Wl,--whole-archive":
                    whole = true;
                    break;
                case "-Wl,-no-whole-archive" or "-Wl,--no-whole-archive":
                    whole = false;
                    break;
                case "-Wl,--start-lib" or "-Wl,--end-lib":
                    inLib = argument == "-Wl,--start-lib";
                    break;
                case ['-', ..]:
                    if (!toolchain.Link.Contains(argument))
                        options.Add(PathMapping.Map(argument));
                    break;
                default:
                    AddInput(argument);
                    break;
            }
        }

        return new LinkCommand(inputs, options);

        void AddInput(string path)
        {
            bool isArchive = archives.TryGetValue(path, out IReadOnlyList<string>? members);
            string condition = (isArchive && !whole) || inLib ? "(if needed) " : "";
            foreach (string member in members ?? [path])
                inputs.Add(condition + WithoutPic(PathMapping.Map(member)));
        }
    }

    /// <summary>The objects of each archive that the actions make.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Archives(IEnumerable<ActionView> actions) => actions
        .Where(action => action.Mnemonic == "CppArchive")
        .DistinctBy(action => action.Outputs[0])
        .ToDictionary(
            action => action.Outputs[0],
            action => (IReadOnlyList<string>)action.Argv.Where(argument => argument.EndsWith(".o", StringComparison.Ordinal)).ToArray());

    /// <summary>Objects with and without -fPIC count as one.</summary>
    private static string WithoutPic(string path) =>
        path.EndsWith(".pic.o", StringComparison.Ordinal) ? path[..^6] + ".o" : path;
}
