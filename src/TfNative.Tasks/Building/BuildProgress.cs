using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>Decides when a long build says how far it is, so that a log shows life without a line per action.</summary>
/// <remarks>The console logger shows messages of high importance; the terminal logger shows the running target and its
/// time, whatever a task says.</remarks>
/// <param name="clock">The time between lines is measured with it.</param>
/// <param name="write">Takes one line.</param>
internal sealed class BuildProgress(TimeProvider clock, Action<string> write)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long _last = clock.GetTimestamp();

    /// <summary>The work is known: says how much it is.</summary>
    public void Begin(ExecutionProgress progress)
    {
        if (progress.Total > 1)
            write($"Running {progress.Total} native actions");
        _last = clock.GetTimestamp();
    }

    /// <summary>Something ended: writes a line when the last one is old enough.</summary>
    public void Advance(ExecutionProgress progress)
    {
        if (clock.GetElapsedTime(_last) < Interval)
            return;
        _last = clock.GetTimestamp();
        write(Line(progress));
    }

    /// <summary>"[12/222] Compiling a.cc and 1 more, about 3 min 2 s left".</summary>
    public static string Line(ExecutionProgress progress)
    {
        string running = progress.Running.IsDefaultOrEmpty ? "" : " " + progress.Running[0].Description;
        string more = progress.Running.IsDefaultOrEmpty || progress.Running.Length == 1 ? "" : $" and {progress.Running.Length - 1} more";
        string remaining = progress.Remaining is { } time ? $", about {Durations.Format(time)} left" : "";
        return $"[{progress.Done}/{progress.Total}]{running}{more}{remaining}";
    }
}
