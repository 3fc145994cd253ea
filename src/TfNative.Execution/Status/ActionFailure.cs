namespace TfNative.Execution;

/// <summary>Why an action failed, for a person.</summary>
/// <param name="Action">What failed.</param>
/// <param name="Code">TFN3xxx.</param>
/// <param name="Message">What went wrong, with the label: "CppCompile of //a:b failed: exit code 1".</param>
/// <param name="ExitCode">Of the program, if it ended by itself.</param>
/// <param name="Signal">What ended the program, as "SIGSEGV"; null if nothing did.</param>
/// <param name="Command">To paste into a shell and see it fail again; null for actions that run no program.</param>
/// <param name="Output">What it wrote.</param>
public sealed record ActionFailure(
    BuildAction Action, string Code, string Message, int? ExitCode, string? Signal, string? Command, ActionOutput Output);
