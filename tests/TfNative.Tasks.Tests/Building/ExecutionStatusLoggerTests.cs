using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Execution;
using TfNative.Tasks.Building;
using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Tests.Building;

public class ExecutionStatusLoggerTests
{
    private readonly RecordingBuildEngine _engine = new();
    private readonly SpawnAction _compile;

    public ExecutionStatusLoggerTests()
    {
        var builder = new ActionGraphBuilder();
        _compile = new SpawnAction
        {
            Mnemonic = "CppCompile",
            Owner = "//a:b",
            Description = "Compiling a.cc",
            CommandLine = CommandLine.Of("gcc", "-c", "a.cc"),
            Outputs = [builder.Output("a.o")],
        };
    }

    private ExecutionStatusLogger Logger(bool explain = false, bool warningsAsMessages = false, bool colours = false)
    {
        var log = new TaskLoggingHelper(_engine, "BuildNativeActions");
        void Post(Action<TaskLoggingHelper> message) => message(log);
        return new(
            Post,
            new DiagnosticReporter(new ExecutionRootPaths("/root"), warningsAsMessages, Post),
            new BuildProgress(TimeProvider.System, _ => { }),
            explain,
            colours);
    }

    private ActionFinished Finished(string output, bool failed = false)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(output);
        var captured = new ActionOutput(bytes, bytes.Length, null);
        ActionFailure? failure = failed
            ? new ActionFailure(_compile, "TFN3010", "CppCompile of //a:b failed: exit code 1", 1, null, "cd /root && gcc -c a.cc", captured)
            : null;
        return new(_compile, failure, captured, default, new ExecutionProgress(1, 1, [], null));
    }

    [Fact]
    public void A_compiler_s_error_has_its_place_and_names_the_target()
    {
        Logger().ActionFinished(Finished("a.cc:3:5: error: no\n", failed: true));
        BuildErrorEventArgs error = _engine.Errors[0];
        Assert.Equal(("TFN4101", "no [//a:b]", "/root/a.cc", 3, 5), (error.Code, error.Message, error.File, error.LineNumber, error.ColumnNumber));
    }

    [Theory]
    [InlineData(false, "it broke")]
    [InlineData(true, "\e[31mit broke\e[m")]
    public void What_a_failed_action_printed_is_coloured_where_that_is_wanted_and_nothing_else_is(bool colours, string shown)
    {
        Logger(colours: colours).ActionFinished(Finished("\e[31mit broke\n", failed: true));
        Assert.Contains("\n" + shown + "\n", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_engine.Messages, message => message.Message!.Contains('\e'));
    }

    [Fact]
    public void A_failed_action_is_an_error_with_target_exit_code_and_command()
    {
        Logger().ActionFinished(Finished("a.cc:3:5: error: no\n", failed: true));
        Assert.Equal(2, _engine.Errors.Count);
        BuildErrorEventArgs error = _engine.Errors[1];
        Assert.Equal(("TFN3010", "CppCompile of //a:b failed: exit code 1\nTo run it alone: cd /root && gcc -c a.cc"), (error.Code, error.Message));
    }

    [Fact]
    public void An_action_that_fails_with_words_not_understood_is_an_error_with_those_words()
    {
        Logger().ActionFinished(Finished("Traceback: boom\n", failed: true));
        BuildErrorEventArgs error = Assert.Single(_engine.Errors);
        Assert.Equal("TFN3010", error.Code);
        Assert.Equal("CppCompile of //a:b failed: exit code 1\nTraceback: boom\nTo run it alone: cd /root && gcc -c a.cc", error.Message);
    }

    [Fact]
    public void An_error_that_an_action_got_over_is_a_warning()
    {
        Logger().ActionFinished(Finished("a.cc:3:5: error: no\n"));
        Assert.Empty(_engine.Errors);
        BuildWarningEventArgs warning = Assert.Single(_engine.Warnings);
        Assert.Equal(("TFN4102", "no [//a:b]", 3), (warning.Code, warning.Message, warning.LineNumber));
    }

    [Fact]
    public void A_warning_that_several_sources_show_is_reported_once()
    {
        ExecutionStatusLogger logger = Logger();
        logger.ActionFinished(Finished("a.h:1:2: warning: odd [-Wodd]\n"));
        logger.ActionFinished(Finished("./a.h:1:2: warning: odd [-Wodd]\n"));
        Assert.Equal("-Wodd", Assert.Single(_engine.Warnings).Code);
    }

    [Fact]
    public void What_is_wrong_with_a_target_is_a_warning_once()
    {
        ExecutionStatusLogger logger = Logger();
        foreach (string text in (string[])["a reads b", "a reads b", "a reads c"])
            logger.Message(new(MessageSeverity.Warning, "TFN3019", text));
        Assert.Equal(["a reads b", "a reads c"], _engine.Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public void Who_is_waited_for_is_shown()
    {
        Logger().Message(new(MessageSeverity.Information, null, "waiting for another build in the same folder: process 7"));
        Assert.Equal(["waiting for another build in the same folder: process 7"], _engine.Shown);
    }

    [Fact]
    public void Warnings_can_be_kept_out_of_the_error_list()
    {
        Logger(warningsAsMessages: true).ActionFinished(Finished("a.h:1:2: warning: odd [-Wodd]\n"));
        Assert.Empty(_engine.Warnings);
        Assert.Contains(_engine.Messages, message => message.Code == "-Wodd" && message.LineNumber == 1);
    }

    [Theory]
    [InlineData(true, MessageImportance.High)]
    [InlineData(false, MessageImportance.Low)]
    public void Why_an_action_runs_is_always_logged_and_shown_on_demand(bool explain, MessageImportance importance)
    {
        Logger(explain).ActionStarted(new(_compile, "missing output a.o", new(0, 1, [], null)));
        BuildMessageEventArgs message = Assert.Single(_engine.Messages);
        Assert.Equal(("Compiling a.cc: missing output a.o", importance), (message.Message, message.Importance));
    }

    [Fact]
    public void The_summary_counts_and_is_shown_when_something_ran()
    {
        var summary = new ExecutionSummary(3, 1, 12, 2, TimeSpan.FromSeconds(4.2), default, default, default);
        Logger().BuildFinished(new(ExecutionOutcome.Failed, summary, []));
        Assert.Equal(["Native actions: 3 run, 12 up to date, 1 failed, 2 not reached in 4.2 s"], _engine.Shown);
    }

    [Fact]
    public void The_summary_says_what_the_compiler_launcher_saved()
    {
        var summary = new ExecutionSummary(9, 0, 0, 0, TimeSpan.FromSeconds(4.2), default, default, default);
        Logger().BuildFinished(new(ExecutionOutcome.Succeeded, summary with { Launches = new LaunchCounts(7, 1, 0, 0) }, []));
        Logger().BuildFinished(new(ExecutionOutcome.Succeeded, summary with { Launches = new LaunchCounts(0, 0, 6, 2) }, []));
        Assert.Equal(
            [
                "Native actions: 9 run, 0 up to date, 7 of 8 compiles from the cache in 4.2 s",
                "Native actions: 9 run, 0 up to date, 6 of 8 compiles on other machines in 4.2 s",
            ],
            _engine.Shown);
    }

    [Fact]
    public void The_summary_says_how_much_work_was_saved()
    {
        var summary = new ExecutionSummary(1, 0, 12, 0, TimeSpan.FromSeconds(4.2), default, TimeSpan.FromSeconds(125), default);
        Logger().BuildFinished(new(ExecutionOutcome.Succeeded, summary, []));
        Assert.Equal(["Native actions: 1 run, 12 up to date in 4.2 s; 2 min 5 s of work saved"], _engine.Shown);
    }

    [Fact]
    public void A_build_with_nothing_to_do_is_silent()
    {
        var summary = new ExecutionSummary(0, 0, 12, 0, TimeSpan.FromSeconds(0.1), default, default, default);
        Logger().BuildFinished(new(ExecutionOutcome.Succeeded, summary, []));
        Assert.Empty(_engine.Shown);
    }
}
