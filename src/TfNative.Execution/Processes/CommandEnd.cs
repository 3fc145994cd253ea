namespace TfNative.Execution;

internal enum CommandEnd
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>By a signal, whose number is the code.</summary>
    Signalled,

    /// <summary>By us, as its time was over.</summary>
    TimedOut,

    /// <summary>By us, as the build was cancelled.</summary>
    Cancelled,

    NotStarted,
}
