namespace TfNative.Starlark;

/// <summary>
/// Freezes graphs of values without recursion: a value met while another is being frozen waits in a queue, so
/// a list nested a million deep needs no stack.
/// </summary>
internal static class Freezer
{
    [ThreadStatic]
    private static Queue<StarlarkObject>? pending;

    [ThreadStatic]
    private static bool draining;

    /// <summary>Freezes the value now or, within another freeze, later.</summary>
    public static void Freeze(StarlarkObject value)
    {
        Queue<StarlarkObject> queue = pending ??= new Queue<StarlarkObject>();
        if (draining)
        {
            queue.Enqueue(value);
            return;
        }
        draining = true;
        try
        {
            value.Freeze();
            while (queue.TryDequeue(out StarlarkObject? next))
                next.Freeze();
        }
        finally
        {
            draining = false;
            queue.Clear();
        }
    }
}
