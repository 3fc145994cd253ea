namespace TfNative.Starlark;

/// <summary>Whether a collection may be changed: not when frozen, and not while a loop runs over it.</summary>
internal struct Mutability
{
    private const int Frozen = -1;

    /// <summary>The number of active loops, or <see cref="Frozen"/>.</summary>
    private int state;

    public readonly bool IsFrozen => state == Frozen;

    /// <summary>True if this call froze it.</summary>
    public bool Freeze()
    {
        bool was = state == Frozen;
        state = Frozen;
        return !was;
    }

    // A frozen value is shared between threads, and needs no count: nothing can change it any more.
    public void BeginIteration()
    {
        if (state != Frozen)
            state++;
    }

    public void EndIteration()
    {
        if (state > 0)
            state--;
    }

    public readonly void Check(string typeName)
    {
        if (state != 0)
            Fail(typeName);
    }

    private readonly void Fail(string typeName) =>
        throw StarlarkException.Create(
            IsFrozen
                ? $"trying to mutate a frozen {typeName} value"
                : $"{typeName} value is temporarily immutable due to active for-loop iteration",
            StarlarkErrors.Frozen);
}
