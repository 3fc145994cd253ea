namespace TfNative.Bazel;

/// <summary>Targets, each once by its label.</summary>
internal sealed class TargetSet : HashSet<IQueryTarget>
{
    public TargetSet()
        : base(ByLabel.Instance)
    {
    }

    public TargetSet(IEnumerable<IQueryTarget> targets)
        : base(targets, ByLabel.Instance)
    {
    }

    private sealed class ByLabel : IEqualityComparer<IQueryTarget>
    {
        public static ByLabel Instance { get; } = new();

        public bool Equals(IQueryTarget? x, IQueryTarget? y) => ReferenceEquals(x, y) || x?.Label == y?.Label;

        public int GetHashCode(IQueryTarget target) => target.Label.GetHashCode();
    }
}
