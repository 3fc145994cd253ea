using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>Decides when a long build says how far it is, so that a log shows life without a line per action.</summary>
/// <remarks>The console logger shows messages of high importance; the terminal logger shows none, hence
/// <see cref="TerminalProgress"/>.</remarks>
/// <param name="clock">The time between lines is measured with it.</param>
/// <param name="write">Takes one line.</param>
/// <param name="terminal">Shows every change; null where nobody looks at a terminal.</param>
internal sealed class BuildProgress(TimeProvider clock, Action<string> write, TerminalProgress? terminal = null)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long _last = clock.GetTimestamp();

    /// <summary>The work is known: says how much it is.</summary>
    public void Begin(ExecutionProgress progress)
    {
        if (progress.Total > 1)
        {
            write($"Running {progress.Total} native actions");
        }

        _last = clock.GetTimestamp();
    }

    /// <summary>Something began.</summary>
    public void Started(ExecutionProgress progress) => terminal?.Show(ShortLine(progress));

    /// <summary>Something ended: writes a line when the last one is old enough.</summary>
    public void Advance(ExecutionProgress progress)
    {
        terminal?.Show(ShortLine(progress));
        if (progress.Done >= progress.Total)
            terminal?.End();
        if (clock.GetElapsedTime(_last) < Interval)
            return;
        _last = clock.GetTimestamp();
        write(Line(progress));
    }

    /// <summary>Something other than actions takes its time: shown until there is something else to show.</summary>
    public void Say(string line) => terminal?.Show(line);

    /// <summary>Something is to be read at once.</summary>
    public void Interrupt() => terminal?.Dismiss();

    /// <summary>"[12/222] Compiling a.cc +1, 3 min left": as much as there is room for beside a project's name.</summary>
    public static string ShortLine(ExecutionProgress progress)
    {
        const int Width = 60;
        string start = $"[{progress.Done}/{progress.Total}] ";
        string running = progress.Running.IsDefaultOrEmpty ? "" : progress.Running[0].Description;
        string more = progress.Running.IsDefaultOrEmpty || progress.Running.Length == 1 ? "" : $" +{progress.Running.Length - 1}";
        string remaining = progress.Remaining is not { } time ? ""
            : time.TotalMinutes < 1 ? $", {Math.Ceiling(time.TotalSeconds):0} s left" : $", {Math.Round(time.TotalMinutes):0} min left";
        int room = Width - start.Length - more.Length - remaining.Length;
        // The end of a path says more than its beginning.
        if (running.Length > room && running.IndexOf(' ', StringComparison.Ordinal) is > 0 and var verb && room > verb + 2)
            running = string.Concat(running.AsSpan(0, verb + 1), "\u2026", running.AsSpan(running.Length - (room - verb - 2)));
        return start + running + more + remaining;
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
