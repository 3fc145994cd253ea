using Microsoft.Build.Framework;

namespace TfNative.Tasks.Building;

/// <summary>What one task has in memory for a later one of the same build. It is an advantage, nothing to rely on: MSBuild may run
/// the later one in another process.</summary>
internal static class HandedOver
{
    /// <param name="engine">Of the task that gives.</param>
    /// <param name="name">By which the other asks for it: an absolute path that no other project's tasks have.</param>
    /// <param name="value">Forgotten at the end of the build if nobody takes it.</param>
    public static void Give(IBuildEngine? engine, string name, object value) =>
        (engine as IBuildEngine4)?.RegisterTaskObject(Key(name), value, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);

    /// <returns>Null when there is nothing, or no more.</returns>
    public static T? Take<T>(IBuildEngine? engine, string name)
        where T : class =>
        (engine as IBuildEngine4)?.UnregisterTaskObject(Key(name), RegisteredTaskObjectLifetime.Build) as T;

    private static string Key(string name) => "TfNative: " + name;
}
