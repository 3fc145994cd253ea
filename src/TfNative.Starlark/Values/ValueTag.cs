namespace TfNative.Starlark;

/// <summary>Says what <see cref="Value.Bits"/> are; compared by reference.</summary>
internal sealed class ValueTag
{
    public static readonly ValueTag Int = new();
    public static readonly ValueTag Bool = new();
    public static readonly ValueTag Float = new();
    public static readonly ValueTag Unbound = new();
}
