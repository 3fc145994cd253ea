namespace TfNative.Execution;

/// <summary>In what an action differs from its record.</summary>
internal enum StaleKind
{
    UpToDate,
    NeverBuilt,
    OutputMissing,
    OutputModified,
    CommandChanged,
    InputAdded,
    InputRemoved,
    InputMissing,
    InputChanged,
    InputChangedWhileRunning,
    DiscoveredInputRemoved,
    DiscoveredInputChanged,
}
