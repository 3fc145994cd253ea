namespace TfNative.Starlark;

/// <summary>
/// The code of a <c>def</c>, a lambda or a file's statements: shared by all function values it gives rise to, and by
/// threads. The body is compiled on the first call: most functions of a library are never called.
/// </summary>
internal sealed class FunctionCode
{
    private readonly Func<StatementNode[]> compile;
    private StatementNode[]? body;

    public FunctionCode(string name, Signature signature, FunctionScope scope, StarlarkFile file, int position, Func<StatementNode[]> compile)
    {
        Name = name;
        Signature = signature;
        Source = file.Source;
        Position = position;
        LocalCount = scope.LocalCount;
        Cells = scope.CellSlots;
        AllowsRecursion = file.Dialect.AllowRecursion;
        this.compile = compile;
    }

    public string Name { get; }

    public Signature Signature { get; }

    public SourceText Source { get; }

    /// <summary>Offset of the definition.</summary>
    public int Position { get; }

    public int LocalCount { get; }

    /// <summary>Slots of locals that nested functions capture.</summary>
    public int[] Cells { get; }

    public bool AllowsRecursion { get; }

    // Two threads may compile at once; both results are the same.
    private StatementNode[] Body => body ?? (body = compile());

    /// <summary>Runs the body in a frame whose first slots hold the arguments, and leaves the frame.</summary>
    public Value Run(Frame frame, int argumentCount)
    {
        Value[] locals = frame.Locals;
        if (argumentCount < LocalCount)
            locals.AsSpan(argumentCount, LocalCount - argumentCount).Fill(Value.Unbound);
        foreach (int slot in Cells)
            locals[slot] = Value.FromCell(new Cell { Value = locals[slot] });
        Value result = default;
        foreach (StatementNode statement in Body)
        {
            if (statement.Execute(frame) != Completion.Normal)
            {
                result = frame.Result;
                frame.Result = default;
                break;
            }
        }
        locals.AsSpan(0, LocalCount).Clear();
        frame.Thread.Pop();
        return result;
    }
}
