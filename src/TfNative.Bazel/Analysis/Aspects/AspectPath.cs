namespace TfNative.Bazel;

/// <summary>Aspects that go along a dependency together, in the order in which they are applied (Bazel's AspectsPath).</summary>
internal sealed class AspectPath : IEquatable<AspectPath>
{
    public AspectPath(IReadOnlyList<AspectInstance> aspects) => Aspects = aspects;

    public IReadOnlyList<AspectInstance> Aspects { get; }

    /// <summary>The aspects of an attribute, each after those that it requires.</summary>
    public static AspectPath Of(IEnumerable<StarlarkAspect> aspects, RuleContext user)
    {
        var all = new List<AspectInstance>();
        foreach (StarlarkAspect aspect in aspects)
            Add(aspect);
        return new(all);

        void Add(StarlarkAspect aspect)
        {
            foreach (StarlarkAspect required in aspect.Requires.OfType<StarlarkAspect>())
                Add(required);
            var instance = AspectInstance.Of(aspect, user);
            if (!all.Contains(instance))
                all.Add(instance);
        }
    }

    /// <summary>Those that go on along an attribute; null for none.</summary>
    public AspectPath? Along(string attribute)
    {
        AspectInstance[] going = [.. Aspects.Where(a => a.Aspect.AttributeAspects.Contains("*") || a.Aspect.AttributeAspects.Contains(attribute))];
        return going.Length == 0 ? null : going.Length == Aspects.Count ? this : new(going);
    }

    public bool Equals(AspectPath? other) => other is not null && Aspects.SequenceEqual(other.Aspects);

    public override bool Equals(object? obj) => Equals(obj as AspectPath);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (AspectInstance aspect in Aspects)
            hash.Add(aspect);
        return hash.ToHashCode();
    }
}
