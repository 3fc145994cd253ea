namespace TfNative.Execution;

/// <summary>
/// Estimates how long a build still takes. What ran in an earlier build takes what it took; what never did, the average of its
/// kind in this build. What came from a compiler's cache says nothing about what has to be compiled: how many of the next will
/// come from there is taken from the last ones, as hits and misses come in runs. Not thread-safe.
/// </summary>
/// <param name="estimates">What earlier builds took.</param>
/// <param name="jobs">Actions that run at a time.</param>
internal sealed class RemainingTime(ActionEstimates estimates, int jobs)
{
    /// <summary>Weight of the last action among those that say how many come from the cache: about twenty count.</summary>
    private const double Newest = 0.1;

    private readonly Dictionary<string, Kind> _kinds = [];
    private Average _runs;
    private Average _hits;
    private double _hitShare;

    /// <summary>It is to run.</summary>
    public void Add(BuildAction action) => Count(action, 1);

    /// <summary>It has run, or need not.</summary>
    public void Remove(BuildAction action) => Count(action, -1);

    /// <summary>An action has taken this long.</summary>
    public void Learn(BuildAction action, TimeSpan duration, LaunchResult launch)
    {
        Kind kind = KindOf(action);
        bool hit = launch == LaunchResult.CacheHit;
        if (launch != LaunchResult.Unknown)
        {
            kind.IsCached = true;
            _hitShare = _runs.Count + _hits.Count == 0 ? (hit ? 1 : 0) : _hitShare + (Newest * ((hit ? 1 : 0) - _hitShare));
        }

        if (hit)
        {
            _hits = _hits.With(duration);
            return;
        }

        _runs = _runs.With(duration);
        kind.Runs = kind.Runs.With(duration);
    }

    /// <summary>Null while nothing is known of what is to come.</summary>
    public TimeSpan? Estimate()
    {
        double seconds = 0;
        foreach (Kind kind in _kinds.Values)
        {
            if (kind.Unknown > 0 && _runs.Count == 0)
                return null;
            double run = kind.KnownSeconds + (kind.Unknown * (kind.Runs.Count > 0 ? kind.Runs : _runs).Seconds);
            seconds += kind.IsCached ? (run * (1 - _hitShare)) + (kind.Count * _hitShare * _hits.Seconds) : run;
        }

        return TimeSpan.FromSeconds(seconds / jobs);
    }

    private void Count(BuildAction action, int sign)
    {
        Kind kind = KindOf(action);
        kind.Count += sign;
        if (estimates.Logged(action) is { } usage)
            kind.KnownSeconds += sign * usage.Duration.TotalSeconds;
        else
            kind.Unknown += sign;
    }

    private Kind KindOf(BuildAction action)
    {
        if (!_kinds.TryGetValue(action.Mnemonic, out Kind? kind))
            _kinds.Add(action.Mnemonic, kind = new Kind());
        return kind;
    }

    /// <summary>The actions of one mnemonic that are to come, and how long those took that ran.</summary>
    private sealed class Kind
    {
        public int Count;
        public int Unknown;
        public double KnownSeconds;
        public Average Runs;
        public bool IsCached;
    }

    private readonly record struct Average(int Count, double Sum)
    {
        public double Seconds => Count == 0 ? 0 : Sum / Count;

        public Average With(TimeSpan time) => new(Count + 1, Sum + time.TotalSeconds);
    }
}
