using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Says what <see cref="Value.Bits"/> are; compared by reference. Type objects serve as tags because they never move:
/// the JIT compiler compares with them as with a constant, where other objects must be loaded first.
/// </summary>
internal static class ValueTag
{
    public static object Int
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(long);
    }

    public static object Bool
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(bool);
    }

    public static object Float
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(double);
    }

    public static object Unbound
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(void);
    }
}
