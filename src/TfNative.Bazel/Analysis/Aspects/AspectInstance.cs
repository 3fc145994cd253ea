namespace TfNative.Bazel;

/// <summary>An aspect with values for its public attributes, which it takes from the rule that asks for it.</summary>
internal sealed class AspectInstance : IEquatable<AspectInstance>
{
    private readonly string parameters;

    private AspectInstance(StarlarkAspect aspect, IReadOnlyDictionary<string, object?> values)
    {
        Aspect = aspect;
        Values = values;
        parameters = string.Join('\n', values.Select(v => $"{v.Key}={v.Value}"));
    }

    public StarlarkAspect Aspect { get; }

    /// <summary>The public attributes' values by name.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; }

    /// <param name="user">The rule whose attribute names the aspect.</param>
    public static AspectInstance Of(StarlarkAspect aspect, RuleContext user)
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (AttributeSchema attribute in aspect.Attributes)
        {
            if (!attribute.IsPrivate && user.Has(attribute.Name))
                values[attribute.Name] = user.Get<object>(attribute.Name);
        }

        return new(aspect, values);
    }

    public bool Equals(AspectInstance? other) =>
        other is not null && ReferenceEquals(Aspect, other.Aspect) && parameters == other.parameters;

    public override bool Equals(object? obj) => Equals(obj as AspectInstance);

    public override int GetHashCode() =>
        HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Aspect), parameters);
}
