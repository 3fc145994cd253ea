namespace TfNative.Starlark;

/// <summary>An active call: the values of its local variables by slot, and where it is.</summary>
internal sealed class Frame(StarlarkThread thread)
{
    public readonly StarlarkThread Thread = thread;
    /// <summary>All are unbound while the frame is not active, so that a call need only store its arguments.</summary>
    public Value[] Locals = NewLocals(8);
    public FunctionCode Code = null!;
    public Module Module = null!;
    public Cell[] Free = [];

    /// <summary>Offset in the source of the operation that may fail next; set before calls and slow paths.</summary>
    public int Position;

    /// <summary>The value of the executed return statement.</summary>
    public Value Result;

    public void Begin(FunctionCode code, Module module, Cell[] free)
    {
        // Calls at the same depth are often of the same function, and comparing costs less than the write barrier.
        if (!ReferenceEquals(Code, code))
            Code = code;
        if (!ReferenceEquals(Module, module))
            Module = module;
        if (!ReferenceEquals(Free, free))
            Free = free;
        Position = code.Position;
        if (Locals.Length < code.LocalCount)
            Locals = NewLocals(Math.Max(code.LocalCount, Locals.Length * 2));
    }

    /// <summary>After an exception has left the frame.</summary>
    public void Abandon()
    {
        Array.Fill(Locals, Value.Unbound);
        Result = default;
    }

    public StackFrame Snapshot() => new(Code.Name, Code.Source, Position);

    private static Value[] NewLocals(int count)
    {
        var locals = new Value[count];
        Array.Fill(locals, Value.Unbound);
        return locals;
    }

    /// <summary>An error at an offset of this frame's source.</summary>
    public StarlarkException Error(int position, string message)
    {
        Position = position;
        return StarlarkException.Create(message);
    }
}
