using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Execution;
using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Building;

/// <summary>Turns what the executor reports into MSBuild's messages, warnings and errors.</summary>
/// <param name="post">Logs from any thread.</param>
/// <param name="diagnostics">Takes what compilers said.</param>
/// <param name="progress">Takes how far the build is.</param>
/// <param name="explain">Why each action runs is shown, not only logged.</param>
/// <param name="colours">What is only shown because an action failed keeps its colours. MSBuild has one text for all loggers, and all
/// write it as it is (src/Build/Logging/TerminalLogger/TerminalLogger.cs, FormatErrorMessage; BaseConsoleLogger.cs, which the
/// logger for files is made of): colours for a terminal are escape sequences in a file.</param>
internal sealed class ExecutionStatusLogger(
    Action<Action<TaskLoggingHelper>> post, DiagnosticReporter diagnostics, BuildProgress progress, bool explain, bool colours = false) : IExecutionStatus
{
    /// <summary>Of the narrowest terminal, less the terminal logger's indentation.</summary>
    private const int LineWidth = 80 - 6;

    private readonly HashSet<string> _warned = [];

    public void BuildStarted(ExecutionProgress progressNow) => progress.Begin(progressNow);

    public void ActionStarted(ActionStarted started)
    {
        MessageImportance importance = explain ? MessageImportance.High : MessageImportance.Low;
        post(log => log.LogMessage(importance, "{0}: {1}", Name(started.Action), started.Reason));
        progress.Started(started.Progress);
    }

    public void ActionFinished(ActionFinished finished)
    {
        string output = AnsiText.Strip(finished.Output.Text);
        bool explained = ReportOutput(finished.Action, output, finished.Succeeded);
        if (finished.Failure is { } failure)
        {
            ReportFailure(failure, explained ? "" : colours ? AnsiText.KeepColours(finished.Output.Text, LineWidth) : output);
            progress.Interrupt();
        }
        else
        {
            post(log => log.LogMessage(
                MessageImportance.Low, "{0} took {1} [{2}]", Name(finished.Action), Durations.Format(finished.Usage.Duration), finished.Action.Owner));
        }

        progress.Advance(finished.Progress);
    }

    public void Message(ExecutionMessage message)
    {
        // What is wrong with a target shows with each of its sources.
        if (message.Severity == MessageSeverity.Warning && !_warned.Add(message.Text))
            return;
        post(log =>
        {
            switch (message.Severity)
            {
                case MessageSeverity.Error:
                    log.LogError(null, message.Code, null, null, 0, 0, 0, 0, "{0}", message.Text);
                    break;
                case MessageSeverity.Warning:
                    log.LogWarning(null, message.Code, null, null, 0, 0, 0, 0, "{0}", message.Text);
                    break;
                default:
                    // Seldom, and then what takes its time is to be understood: another build, everything built anew.
                    log.LogMessage(MessageImportance.High, "{0}", message.Text);
                    break;
            }
        });
        if (message.Severity == MessageSeverity.Information)
            progress.Say(message.Text);
    }

    public void BuildFinished(ExecutionResult result)
    {
        ExecutionSummary summary = result.Summary;
        string text = "Native actions: " + Text(summary);
        // A build with nothing to do is silent, as the C# compiler is.
        MessageImportance importance = summary.Ran + summary.Failed > 0 ? MessageImportance.High : MessageImportance.Normal;
        post(log => log.LogMessage(importance, "{0}", text));
    }

    /// <summary>"3 run, 12 up to date in 4.2 s; 2 min 5 s of work saved".</summary>
    public static string Text(ExecutionSummary summary)
    {
        string failed = summary.Failed == 0 ? "" : $", {summary.Failed} failed";
        string notReached = summary.NotReached == 0 ? "" : $", {summary.NotReached} not reached";
        return $"{summary.Ran} run, {summary.UpToDate} up to date{failed}{notReached}{Launched(summary.Launches)} in {Durations.Format(summary.Elapsed)}{Saved(summary)}";
    }

    /// <summary>What the actions that did not have to run took when they last did, one after the other.</summary>
    private static string Saved(ExecutionSummary summary) =>
        summary.Saved < TimeSpan.FromSeconds(1) ? "" : $"; {Durations.Format(summary.Saved)} of work saved";

    private static string Launched(LaunchCounts launches)
    {
        int cached = launches.CacheHits + launches.CacheMisses;
        int sent = launches.Remote + launches.Local;
        return (cached == 0 ? "" : $", {launches.CacheHits} of {cached} compiles from the cache") +
            (sent == 0 ? "" : $", {launches.Remote} of {sent} compiles on other machines");
    }

    /// <returns>Whether there was an error among it.</returns>
    private bool ReportOutput(BuildAction action, string output, bool succeeded)
    {
        if (output.Length == 0)
            return false;
        IReadOnlyList<CompilerDiagnostic> found = CompilerDiagnosticParser.Parse(output);
        foreach (CompilerDiagnostic diagnostic in found)
            diagnostics.Report(succeeded ? diagnostic.AsWarning() : diagnostic, action.Owner, Inputs(action));
        // Whole, for the log: what an error list leaves out is often what helps.
        post(log => log.LogMessage(
            succeeded && found.Count > 0 ? MessageImportance.Low : MessageImportance.Normal, "{0}:\n{1}", Name(action), output.TrimEnd()));
        return found.Any(diagnostic => diagnostic.Severity == CompilerDiagnosticSeverity.Error);
    }

    /// <summary>An error of its own beside what the compiler said, as MSBuild's Exec has one: the terminal logger shows nothing
    /// but errors and warnings, and a person wants the command.</summary>
    private void ReportFailure(ActionFailure failure, string output)
    {
        string said = output.Length == 0 ? "" : "\n" + output.TrimEnd();
        string command = failure.Command is null ? "" : "\nTo run it alone: " + failure.Command;
        string text = failure.Message + said + command;
        post(log => log.LogError(null, failure.Code, null, null, 0, 0, 0, 0, "{0}", text));
    }

    private static IEnumerable<string> Inputs(BuildAction action) =>
        action.Inputs.Concat(action.InputSets.SelectMany(set => set.Flatten())).Select(input => input.ExecPath);

    private static string Name(BuildAction action) => action.Description.Length > 0 ? action.Description : action.ToString();
}
