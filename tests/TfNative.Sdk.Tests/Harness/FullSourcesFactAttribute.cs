namespace TfNative.Sdk.Tests.Harness;

/// <summary>A test that needs the sources of all of TensorFlow; skipped, saying so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullSourcesFactAttribute : FactAttribute
{
    public FullSourcesFactAttribute()
    {
        if (!FullSources.Exist)
            Skip = "the sources of TensorFlow are not here: build/get-sources.sh --group full";
    }
}
