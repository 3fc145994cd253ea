namespace TfNative.Execution;

/// <summary>The variables that each kind of launcher gets; the user's own settings win over those made here.</summary>
internal static class CompilerLauncherEnvironment
{
    /// <param name="launcher">What is put before the action.</param>
    /// <param name="executionRoot">Absolute path of the folder that the action runs in.</param>
    /// <param name="log">Absolute path of a file in which the launcher is to say what it did.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(CompilerLauncher launcher, string executionRoot, string log)
    {
        foreach ((string name, string value) in Settings(launcher.Kind, executionRoot, log))
        {
            if (launcher.Environment[name] is null)
                yield return KeyValuePair.Create(name, value);
        }

        foreach (KeyValuePair<string, string> variable in launcher.Environment.Variables)
            yield return variable;
    }

    private static (string Name, string Value)[] Settings(CompilerLauncherKind kind, string executionRoot, string log) => kind switch
    {
        CompilerLauncherKind.Ccache =>
        [
            // Paths below it are relative for the cache, and the folder itself does not count: another checkout hits.
            ("CCACHE_BASEDIR", executionRoot),
            ("CCACHE_NOHASHDIR", "true"),
            // As the executor itself: a compiler is its content, not the time at which it was installed.
            ("CCACHE_COMPILERCHECK", "content"),
            ("CCACHE_STATSLOG", log),
        ],
        // At "info" it says where it compiles; distcc says that only among everything else.
        CompilerLauncherKind.Icecc => [("ICECC_LOGFILE", log), ("ICECC_DEBUG", "info")],
        CompilerLauncherKind.Distcc => [("DISTCC_LOG", log), ("DISTCC_VERBOSE", "1")],
        _ => [],
    };
}
