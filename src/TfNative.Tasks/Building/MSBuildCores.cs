using Microsoft.Build.Framework;
using TfNative.Execution;

namespace TfNative.Tasks.Building;

/// <summary>The cores that MSBuild shares out among the projects that it builds at a time.</summary>
/// <param name="engine">Of the task.</param>
/// <param name="asking">Called before the engine, which does not answer while it builds a project for the same task.</param>
internal sealed class MSBuildCores(IBuildEngine9 engine, Action asking) : ICoreBroker
{
    private bool _counted = true;

    /// <summary>Null where MSBuild is too old to share.</summary>
    public static MSBuildCores? Of(IBuildEngine? engine, Action asking) =>
        engine is IBuildEngine9 sharing ? new(sharing, asking) : null;

    public int RequestCores(int wanted)
    {
        asking();
        try
        {
            return _counted ? engine.RequestCores(wanted) : wanted;
        }
        catch (NotImplementedException)
        {
            // A process of its own for the task, as Visual Studio has it: nobody counts there.
            _counted = false;
            return wanted;
        }
    }

    public void ReleaseCores(int count)
    {
        asking();
        if (_counted)
            engine.ReleaseCores(count);
    }
}
