using System.Reflection;
using Microsoft.Build.Framework;

namespace TfNative.Tasks.Tests;

public class MultiThreadableTaskTests
{
    public static TheoryData<Type> Tasks => [.. typeof(MultiThreadableTask).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ITask)))];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_task_says_that_it_may_run_beside_others_in_one_process(Type task)
    {
        Assert.True(task.IsAssignableTo(typeof(IMultiThreadableTask)));
        Assert.NotNull(task.GetCustomAttribute<MSBuildMultiThreadableTaskAttribute>(inherit: false));
    }
}
