namespace TfNative.Execution;

/// <summary>Shares the machine's cores with others, as MSBuild's IBuildEngine9.RequestCores does.</summary>
public interface ICoreBroker
{
    /// <summary>Asks for cores; may wait until there is one.</summary>
    /// <returns>How many were granted, at least 1 and at most <paramref name="wanted"/>.</returns>
    int RequestCores(int wanted);

    /// <summary>Gives back cores that were granted.</summary>
    void ReleaseCores(int count);
}
