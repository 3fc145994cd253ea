namespace TfNative.Starlark;

/// <summary>A lexical block: a function's body or a comprehension. The file's globals are kept by the resolver.</summary>
internal sealed class Block(Block? parent, FunctionScope function)
{
    public Block? Parent { get; } = parent;

    public FunctionScope Function { get; } = function;

    public Dictionary<string, Binding> Names { get; } = [];

    public Binding Bind(string name, int position)
    {
        if (!Names.TryGetValue(name, out Binding? binding))
            Names[name] = binding = Function.AddLocal(name, position);
        return binding;
    }
}
