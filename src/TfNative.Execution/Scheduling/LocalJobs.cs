namespace TfNative.Execution;

/// <summary>
/// Limits what runs on this machine to the cores that it has for this build. When compiles run on other machines too,
/// more of them are under way than that; what runs here in any case (links, archives, generators) is still limited. Not
/// thread-safe.
/// </summary>
/// <param name="runsElsewhere">Whether another machine can take it.</param>
internal sealed class LocalJobs(Func<BuildAction, bool> runsElsewhere)
{
    private readonly Dictionary<BuildAction, bool> _known = new(ReferenceEqualityComparer.Instance);
    private int _running;

    /// <summary>How many actions may run that no other machine can take.</summary>
    public int Limit { get; set; } = 1;

    public bool HasFree => _running < Limit;

    public bool IsLocal(BuildAction action)
    {
        if (!_known.TryGetValue(action, out bool elsewhere))
            _known.Add(action, elsewhere = runsElsewhere(action));
        return !elsewhere;
    }

    public void Enter() => _running++;

    public void Leave() => _running--;
}
