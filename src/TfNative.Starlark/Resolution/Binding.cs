namespace TfNative.Starlark;

internal enum BindingKind : byte
{
    /// <summary>A slot of the function's frame.</summary>
    Local,
    /// <summary>A slot that holds a <see cref="TfNative.Starlark.Cell"/>, because a nested function captures it.</summary>
    Cell,
    /// <summary>A captured variable of an enclosing function.</summary>
    Free,
    /// <summary>A slot of the module.</summary>
    Global,
    /// <summary>A name the host defines; its value is known when the module is executed.</summary>
    Predeclared,
    /// <summary>A name of the core library.</summary>
    Universal,
}

/// <summary>What a name stands for in a scope. Shared by all its uses there, so that a later capture reaches them all.</summary>
internal sealed class Binding(BindingKind kind, int index, string name, int position)
{
    public BindingKind Kind { get; set; } = kind;

    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>Offset of the first binding in the file; -1 if it is not bound there.</summary>
    public int Position { get; } = position;

    /// <summary>Bound by a load: not exported.</summary>
    public bool IsLoaded { get; set; }
}
