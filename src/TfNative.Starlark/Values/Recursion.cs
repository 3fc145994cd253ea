using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Guards operations that walk nested values (repr, ==, ordering, hash): values may contain themselves, be nested
/// a million deep, or share parts so that a walk takes exponential time.
/// </summary>
internal static class Recursion
{
    [ThreadStatic]
    private static List<object>? printing;

    /// <summary>Counts one step of a walk against the limits and checks the stack.</summary>
    public static void Check()
    {
        StarlarkThread.Current?.CountSteps(1);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw StarlarkException.Create("value contains itself or is nested too deeply", StarlarkErrors.Nesting);
    }

    /// <summary>False if the value is already being printed further out: it contains itself.</summary>
    public static bool EnterPrint(object value)
    {
        Check();
        List<object> active = printing ??= [];
        foreach (object other in active)
        {
            if (ReferenceEquals(other, value))
                return false;
        }
        active.Add(value);
        return true;
    }

    public static void LeavePrint() => printing!.RemoveAt(printing.Count - 1);

    /// <summary>Forgets what was being printed when a print was left by an exception.</summary>
    public static void ResetPrint(int depth) => printing?.RemoveRange(depth, printing.Count - depth);

    public static int PrintDepth => printing?.Count ?? 0;
}
