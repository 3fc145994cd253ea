namespace TfNative.Starlark;

/// <summary>Whether a collection may be changed: not when frozen, and not while a loop runs over it.</summary>
internal struct Mutability
{
    private bool frozen;
    private int iterators;

    public readonly bool IsFrozen => frozen;

    /// <summary>True if this call froze it.</summary>
    public bool Freeze()
    {
        bool was = frozen;
        frozen = true;
        return !was;
    }

    // A frozen value is shared between threads, and needs no count: nothing can change it any more.
    public void BeginIteration()
    {
        if (!frozen)
            iterators++;
    }

    public void EndIteration()
    {
        if (iterators > 0 && !frozen)
            iterators--;
    }

    public readonly void Check(string typeName)
    {
        if (frozen)
            throw StarlarkException.Create($"trying to mutate a frozen {typeName} value", StarlarkErrors.Frozen);
        if (iterators > 0)
        {
            throw StarlarkException.Create(
                $"{typeName} value is temporarily immutable due to active for-loop iteration", StarlarkErrors.Frozen);
        }
    }
}
