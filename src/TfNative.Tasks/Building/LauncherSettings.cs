using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>Makes of the task's parameters a compiler launcher.</summary>
internal static class LauncherSettings
{
    /// <param name="variables">A launcher is set up by the environment that the build was called in (CCACHE_DIR, DISTCC_HOSTS,
    /// ...): of these it takes what it knows.</param>
    public static CompilerLauncher? Read(string text, int jobs, IEnumerable<KeyValuePair<string, string>> variables) =>
        text.Length == 0 ? null : CompilerLauncher.Parse(text, variables) with { Jobs = jobs };
}
