namespace TfNative.Execution;

/// <summary>Every error of this library, by code; the one place where codes are given out.</summary>
internal static class ExecutionErrors
{
    public static ExecutionException OutputConflict(Artifact output, BuildAction first, BuildAction second) => new(
        "TFN3001",
        $"two actions make {output.ExecPath}: {Name(first)} and {Name(second)}; rename the output of one of them");

    public static ExecutionException SourceIsOutput(string path) => new(
        "TFN3002",
        $"{path} is used both as a source file and as an output; a source file cannot be made by an action");

    public static ExecutionException NoGenerator(Artifact output, string wantedBy) => new(
        "TFN3003",
        $"{output.ExecPath} is declared as an output, but no action makes it; it is wanted by {wantedBy}");

    public static ExecutionException Cycle(IEnumerable<BuildAction> path) => new(
        "TFN3004",
        "actions need each other's outputs: " +
        string.Join(" -> ", path.Select(action => $"{action.PrimaryOutput.ExecPath} ({action.Owner})")) +
        "; remove one of these dependencies");

    public static ExecutionException BadAction(BuildAction action, string what) => new(
        "TFN3005", $"{Name(action)}: {what}");

    public static ExecutionException WantedMissing(string path) => new(
        "TFN3010", $"{path} is wanted, but does not exist, and no action makes it");

    public static ExecutionException NoExecutionRoot(string path) => new(
        "TFN3006", $"the execution root {path} is not an existing folder given by its absolute path");

    public static ExecutionException NoIsolation(string why) => new(
        "TFN3007",
        $"actions are to run without network, but this machine does not permit it: {why}; allow user namespaces " +
        "(sysctl kernel.unprivileged_userns_clone=1 or kernel.apparmor_restrict_unprivileged_userns=0), or do without");

    public const string UnreadableCode = "TFN3012";

    public static ExecutionException Unreadable(string path, Exception inner) => new(
        UnreadableCode, $"{path} is there, but cannot be read: {inner.Message}", inner);

    public static ExecutionException NoLauncher(string text) => new(
        "TFN3040", $"the compiler launcher \"{text}\" names no program; give a name or an absolute path, and its arguments after semicolons");

    public static ExecutionException LauncherNotFound(CompilerLauncher launcher) => new(
        "TFN3041",
        $"the compiler launcher {launcher.Arguments[0]} does not exist" +
        (launcher.Arguments[0].Contains('/') ? "" : $" in PATH ({launcher.SearchPath ?? "which is not set"})") +
        "; install it, or build without it");

    public static ExecutionException ReportNotWritten(string path, Exception inner) => new(
        "TFN3050", $"the build report {path} cannot be made: {inner.Message}", inner);

    public static ExecutionException NoNinja(BuildAction action, string folder) => new(
        "TFN3060",
        $"{Name(action)} names the files of the folder {folder} in its arguments, which are known only once it is made, and ninja " +
        "cannot do that; let the rule pass the folder itself (expand_directories = False), or export targets that do not need it");

    public const string LogNotWrittenCode = "TFN3020";

    public static ExecutionException LogNotWritten(string path, Exception inner) => new(
        LogNotWrittenCode,
        $"the build log {path} cannot be written: {inner.Message} What was built since is built again next time; " +
        "make room or make the folder writable",
        inner);

    private static string Name(BuildAction action) =>
        action.Owner.Length == 0 ? action.ToString() : $"{action.Mnemonic} of {action.Owner}";
}
