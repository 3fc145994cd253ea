namespace TfNative.Execution;

/// <param name="Action">An action that what is wanted needs.</param>
/// <param name="Usage">What its last good run took; null when the log has none.</param>
internal sealed record ReportAction(BuildAction Action, ActionUsage? Usage);
