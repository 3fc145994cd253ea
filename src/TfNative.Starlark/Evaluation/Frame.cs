namespace TfNative.Starlark;

/// <summary>An active call: the values of its local variables by slot, and where it is.</summary>
internal sealed class Frame(StarlarkThread thread)
{
    public readonly StarlarkThread Thread = thread;
    public Value[] Locals = new Value[8];
    public FunctionCode Code = null!;
    public Module Module = null!;
    public Cell[] Free = [];

    /// <summary>Offset in the source of the operation that may fail next; set before calls and slow paths.</summary>
    public int Position;

    /// <summary>The value of the executed return statement.</summary>
    public Value Result;

    public void Begin(FunctionCode code, Module module, Cell[] free)
    {
        Code = code;
        Module = module;
        Free = free;
        Position = code.Position;
        if (Locals.Length < code.LocalCount)
            Locals = new Value[Math.Max(code.LocalCount, Locals.Length * 2)];
    }

    public StackFrame Snapshot() => new(Code.Name, Code.Source, Position);

    /// <summary>An error at an offset of this frame's source.</summary>
    public StarlarkException Error(int position, string message)
    {
        Position = position;
        return StarlarkException.Create(message);
    }
}
