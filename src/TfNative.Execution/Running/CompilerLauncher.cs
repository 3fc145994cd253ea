using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// A program that is put before compilers (CMake's CMAKE_CXX_COMPILER_LAUNCHER). It must not change what they make: it
/// is not part of what makes an action stale, the compiler behind it is. What each kind needs is in
/// <see cref="CompilerLauncherEnvironment"/>, <see cref="CompilerLauncherScope"/> and
/// <see cref="CompilerLauncherPreparation"/>.
/// </summary>
public sealed record CompilerLauncher
{
    /// <summary>Variables of these families are the launchers' own settings; AWS_ is how sccache logs in.</summary>
    private static readonly string[] PassedPrefixes = ["CCACHE_", "SCCACHE_", "DISTCC_", "ICECC_", "AWS_"];

    /// <summary>Where they look for their settings and keep their files, and what distcc's ssh needs.</summary>
    private static readonly string[] PassedNames =
        ["HOME", "USER", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "TMPDIR", "SSH_AUTH_SOCK"];

    private CompilerLauncher(ImmutableArray<string> arguments, ActionEnvironment environment, string? searchPath)
    {
        (Arguments, Environment, SearchPath) = (arguments, environment, searchPath);
        Kind = KindOf(arguments[0]);
        Distributes = IsDistributor(Kind)
            || (Kind == CompilerLauncherKind.Ccache && environment["CCACHE_PREFIX"] is { } prefix && prefix.Split(' ').Any(p => IsDistributor(KindOf(p))));
    }

    /// <summary>The launcher and its own arguments.</summary>
    public ImmutableArray<string> Arguments { get; }

    public CompilerLauncherKind Kind { get; }

    /// <summary>Its settings, which only what it launches gets, and which make nothing stale.</summary>
    public ActionEnvironment Environment { get; }

    /// <summary>Folders in which a launcher without a '/' in its name is looked for, as in PATH.</summary>
    public string? SearchPath { get; }

    /// <summary>Compiles run on other machines too, so that more run at a time than there are cores here.</summary>
    public bool Distributes { get; }

    /// <summary>How many compiles run at a time when it <see cref="Distributes"/>; 0 for as many as it is good for.</summary>
    public int Jobs { get; init; }

    /// <summary>The kinds of action that it is put before, as far as <see cref="CompilerLauncherScope"/> allows.</summary>
    public ImmutableArray<string> Mnemonics { get; init; } = ["CppCompile"];

    /// <param name="text">Name or absolute path of the launcher, and arguments of its own after semicolons.</param>
    /// <param name="variables">The caller's environment, of which the launcher gets its own settings.</param>
    /// <exception cref="ExecutionException">TFN3040: it names no program, or names it by a relative path.</exception>
    public static CompilerLauncher Parse(string text, IEnumerable<KeyValuePair<string, string>> variables)
    {
        ImmutableArray<string> arguments = [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (arguments.IsEmpty || (arguments[0].Contains('/') && !arguments[0].StartsWith('/')))
            throw ExecutionErrors.NoLauncher(text);
        var all = variables.ToList();
        return new CompilerLauncher(
            arguments,
            ActionEnvironment.Of(all.Where(v => IsPassed(v.Key))),
            all.Where(v => v.Key == "PATH").Select(v => v.Value).FirstOrDefault());
    }

    private static bool IsPassed(string name) =>
        PassedNames.Contains(name) || PassedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsDistributor(CompilerLauncherKind kind) => kind is CompilerLauncherKind.Distcc or CompilerLauncherKind.Icecc;

    private static CompilerLauncherKind KindOf(string program) => Path.GetFileName(program) switch
    {
        "ccache" => CompilerLauncherKind.Ccache,
        "sccache" => CompilerLauncherKind.Sccache,
        "distcc" => CompilerLauncherKind.Distcc,
        "icecc" => CompilerLauncherKind.Icecc,
        _ => CompilerLauncherKind.Other,
    };
}
