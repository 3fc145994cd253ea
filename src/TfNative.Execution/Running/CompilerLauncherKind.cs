namespace TfNative.Execution;

/// <summary>The launchers whose needs are known; told apart by the name of their program.</summary>
public enum CompilerLauncherKind
{
    /// <summary>Put before the compiler, and nothing more done for it.</summary>
    Other,

    /// <summary>https://ccache.dev</summary>
    Ccache,

    /// <summary>https://github.com/mozilla/sccache</summary>
    Sccache,

    /// <summary>https://www.distcc.org</summary>
    Distcc,

    /// <summary>Icecream's client, https://github.com/icecc/icecream</summary>
    Icecc,
}
