namespace TfNative.Starlark;

/// <summary>
/// Freezes graphs of values without recursion: a value frozen while another is being frozen waits in a queue, so
/// a list nested a million deep needs no stack.
/// </summary>
internal static class Freezer
{
    [ThreadStatic]
    private static Queue<StarlarkObject>? pending;

    [ThreadStatic]
    private static bool draining;

    /// <summary>Freezes the children of the value now or, within another freeze, later.</summary>
    public static void Run(IFreezable value)
    {
        Queue<StarlarkObject> queue = pending ??= new Queue<StarlarkObject>();
        if (draining)
        {
            queue.Enqueue((StarlarkObject)value);
            return;
        }
        draining = true;
        try
        {
            value.FreezeChildren();
            while (queue.TryDequeue(out StarlarkObject? next))
                ((IFreezable)next).FreezeChildren();
        }
        finally
        {
            draining = false;
            queue.Clear();
        }
    }
}

/// <summary>A value whose children are frozen by <see cref="Freezer"/>.</summary>
internal interface IFreezable
{
    void FreezeChildren();
}
