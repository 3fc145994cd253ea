namespace TfNative.Starlark;

/// <summary>What the resolver found out about a function, or about the statements of a file.</summary>
internal sealed class FunctionScope(FunctionScope? parent)
{
    private readonly List<int> cells = [];
    private readonly Dictionary<Binding, Binding> free = [];

    public FunctionScope? Parent { get; } = parent;

    public int LocalCount { get; private set; }

    public int[] CellSlots => [.. cells];

    /// <summary>Variables of the directly enclosing function to hand over when the function value is made.</summary>
    public List<Binding> Captures { get; } = [];

    public Binding AddLocal(string name, int position) => new(BindingKind.Local, LocalCount++, name, position);

    /// <summary>The binding, within this function, of a variable that an enclosing function owns.</summary>
    public Binding Capture(Binding variable, FunctionScope owner)
    {
        if (free.TryGetValue(variable, out Binding? known))
            return known;
        Binding outer = variable;
        if (Parent != owner)
        {
            outer = Parent!.Capture(variable, owner);
        }
        else if (variable.Kind == BindingKind.Local)
        {
            variable.Kind = BindingKind.Cell;
            owner.cells.Add(variable.Index);
        }
        Captures.Add(outer);
        return free[variable] = new Binding(BindingKind.Free, Captures.Count - 1, variable.Name, variable.Position);
    }
}
