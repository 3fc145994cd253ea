using Microsoft.Build.Framework;
using TfNative.Execution;

namespace TfNative.Tasks.Tests;

public class CancelableTaskTests
{
    private sealed class TestTask(Func<TestTask, CancellationToken, bool> work) : CancelableTask
    {
        protected override bool Work(CancellationToken cancellationToken) => work(this, cancellationToken);

        public void Say(string text) => PostMessage(MessageImportance.High, text);
    }

    private static (bool Succeeded, RecordingBuildEngine Engine) Run(Func<TestTask, CancellationToken, bool> work)
    {
        var engine = new RecordingBuildEngine();
        using var task = new TestTask(work) { BuildEngine = engine };
        return (task.Execute(), engine);
    }

    [Fact]
    public void Messages_of_worker_threads_are_all_logged_and_by_the_task_s_thread_alone()
    {
        (bool succeeded, RecordingBuildEngine engine) = Run((task, _) =>
        {
            Parallel.For(0, 1000, i => task.Say($"{i}"));
            return true;
        });
        Assert.True(succeeded);
        Assert.Equal(1000, engine.Messages.Count);
        Assert.Equal([Environment.CurrentManagedThreadId], engine.Threads);
    }

    [Fact]
    public void A_coded_error_is_logged_with_its_code_and_the_project_that_has_it()
    {
        (bool succeeded, RecordingBuildEngine engine) = Run((_, _) => throw new TaskParameterException("TFN4011", "no {0} value", "/p/a.csproj"));
        Assert.False(succeeded);
        BuildErrorEventArgs error = Assert.Single(engine.Errors);
        Assert.Equal(("TFN4011", "no {0} value", "/p/a.csproj"), (error.Code, error.Message, error.File));
    }

    [Fact]
    public void An_error_of_the_executor_is_logged_with_its_code()
    {
        (bool succeeded, RecordingBuildEngine engine) = Run((_, _) => throw new ExecutionException("TFN3001", "two actions"));
        Assert.False(succeeded);
        Assert.Equal("TFN3001", Assert.Single(engine.Errors).Code);
    }

    [Fact]
    public void A_cancelled_task_fails_without_an_error_of_its_own()
    {
        (bool succeeded, RecordingBuildEngine engine) = Run((task, token) =>
        {
            task.Cancel();
            token.ThrowIfCancellationRequested();
            return true;
        });
        Assert.False(succeeded);
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public void Work_that_logged_an_error_has_failed_whatever_it_says()
    {
        (bool succeeded, _) = Run((task, _) =>
        {
            task.Log.LogError("bad");
            return true;
        });
        Assert.False(succeeded);
    }
}
