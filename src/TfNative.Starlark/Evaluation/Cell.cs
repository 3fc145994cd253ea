namespace TfNative.Starlark;

/// <summary>A local variable that a nested function captures: it outlives the frame.</summary>
internal sealed class Cell
{
    public Value Value = Value.Unbound;
}
