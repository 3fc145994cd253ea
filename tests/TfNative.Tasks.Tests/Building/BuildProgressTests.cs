using TfNative.Execution;
using TfNative.Tasks.Building;

namespace TfNative.Tasks.Tests.Building;

public class BuildProgressTests
{
    private sealed class ManualClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }

    private readonly ManualClock _clock = new();
    private readonly List<string> _lines = [];

    private BuildProgress Progress() => new(_clock, _lines.Add);

    private static ExecutionProgress At(int done, TimeSpan? remaining = null) => new(done, 222, [], remaining);

    [Fact]
    public void A_build_of_many_actions_says_at_once_how_many()
    {
        Progress().Begin(At(0));
        Assert.Equal(["Running 222 native actions"], _lines);
    }

    [Fact]
    public void Actions_that_end_soon_after_each_other_give_one_line()
    {
        BuildProgress progress = Progress();
        _clock.Now = BuildProgress.Interval.Ticks;
        progress.Advance(At(1));
        progress.Advance(At(2));
        _clock.Now = 2 * BuildProgress.Interval.Ticks;
        progress.Advance(At(3, TimeSpan.FromSeconds(125)));
        Assert.Equal(["[1/222]", "[3/222], about 2 min 5 s left"], _lines);
    }

    [Fact]
    public void A_line_names_what_runs()
    {
        SpawnAction Action(string text) => new() { Mnemonic = "M", Description = text, CommandLine = CommandLine.Of("x"), Outputs = [] };
        ExecutionProgress now = At(3, TimeSpan.FromSeconds(5)) with { Running = [Action("Compiling a.cc"), Action("Linking b")] };
        Assert.Equal("[3/222] Compiling a.cc and 1 more, about 5.0 s left", BuildProgress.Line(now));
    }

    [Fact]
    public void A_short_build_gives_no_line()
    {
        BuildProgress progress = Progress();
        progress.Advance(At(1));
        Assert.Empty(_lines);
    }
}
