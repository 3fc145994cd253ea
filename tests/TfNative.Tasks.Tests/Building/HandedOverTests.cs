using System.Reflection;
using Microsoft.Build.Framework;
using TfNative.Tasks.Building;

namespace TfNative.Tasks.Tests.Building;

public class HandedOverTests
{
    private readonly IBuildEngine4 _engine = DispatchProxy.Create<IBuildEngine4, KeepingBuildEngine>();

    [Fact]
    public void What_one_task_gives_another_takes_once()
    {
        HandedOver.Give(_engine, "/a", "text");
        Assert.Null(HandedOver.Take<string>(_engine, "/b"));
        Assert.Equal("text", HandedOver.Take<string>(_engine, "/a"));
        Assert.Null(HandedOver.Take<string>(_engine, "/a"));
    }

    /// <summary>Assemblies of another build of the SDK may be loaded in the same process.</summary>
    [Fact]
    public void What_is_of_another_type_is_nothing()
    {
        HandedOver.Give(_engine, "/a", new object());
        Assert.Null(HandedOver.Take<string>(_engine, "/a"));
    }

    [Fact]
    public void An_engine_that_keeps_nothing_hands_nothing_over()
    {
        var engine = new RecordingBuildEngine();
        HandedOver.Give(engine, "/a", "text");
        Assert.Null(HandedOver.Take<string>(engine, "/a"));
    }

    /// <summary>MSBuild's store of objects; all else of an engine is not there.</summary>
    public class KeepingBuildEngine : DispatchProxy
    {
        private readonly Dictionary<(object? Key, object? Lifetime), object?> _objects = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            switch (targetMethod!.Name)
            {
                case nameof(IBuildEngine4.RegisterTaskObject):
                    _objects.Add((args![0], args[2]), args[1]);
                    return null;
                case nameof(IBuildEngine4.UnregisterTaskObject):
                    _objects.Remove((args![0], args[1]), out object? value);
                    return value;
                default:
                    throw new NotSupportedException(targetMethod.Name);
            }
        }
    }
}
