using System.Collections;
using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>Makes of the task's parameters a compiler launcher.</summary>
internal static class LauncherSettings
{
    /// <summary>A launcher is set up by the environment that the build was called in (CCACHE_DIR, DISTCC_HOSTS, ...): so it is
    /// taken from there, once, and only what the launchers know.</summary>
    public static CompilerLauncher? Read(string text, int jobs)
    {
        if (text.Length == 0)
            return null;
        IEnumerable<KeyValuePair<string, string>> variables = Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? ""));
        return CompilerLauncher.Parse(text, variables) with { Jobs = jobs };
    }
}
