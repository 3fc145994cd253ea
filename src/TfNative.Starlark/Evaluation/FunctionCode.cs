namespace TfNative.Starlark;

/// <summary>
/// The code of a <c>def</c>, a lambda or a file's statements: shared by all function values it gives rise to, and by
/// threads. The body is compiled on the first call: most functions of a library are never called.
/// </summary>
internal sealed class FunctionCode
{
    private readonly Func<StatementNode[]> compile;
    private StatementNode[]? body;
    private ExpressionNode? singleResult;

    public FunctionCode(string name, Signature signature, FunctionScope scope, StarlarkFile file, int position, Func<StatementNode[]> compile)
    {
        Name = name;
        Signature = signature;
        IsPlain = signature.IsPlain;
        HasExtras = signature.VarArgs >= 0 || signature.KwArgs >= 0;
        Arity = signature.Count;
        Source = file.Source;
        Position = position;
        LocalCount = scope.LocalCount;
        Cells = scope.CellSlots;
        AllowsRecursion = file.Dialect.AllowRecursion;
        this.compile = compile;
    }

    public string Name { get; }

    public Signature Signature { get; }

    public bool IsPlain { get; }

    /// <summary>Whether there is <c>*args</c> or <c>**kwargs</c>.</summary>
    public bool HasExtras { get; }

    public int Arity { get; }

    public SourceText Source { get; }

    /// <summary>Offset of the definition.</summary>
    public int Position { get; }

    public int LocalCount { get; }

    /// <summary>Slots of locals that nested functions capture.</summary>
    public int[] Cells { get; }

    public bool AllowsRecursion { get; }

    private StatementNode[] Body => body ?? Compile();

    /// <summary>Runs the body in a frame whose first slots hold the arguments, and leaves the frame.</summary>
    public Value Run(Frame frame)
    {
        Value[] locals = frame.Locals;
        if (Cells.Length > 0)
            MakeCells(locals);
        Value result = singleResult is { } single ? single.Evaluate(frame) : RunBody(frame);
        // The slots must not keep values alive, nor show them to the next call.
        for (int i = 0; i < LocalCount; i++)
            locals[i] = Value.Unbound;
        frame.Thread.Pop();
        return result;
    }

    private Value RunBody(Frame frame)
    {
        foreach (StatementNode statement in Body)
        {
            if (statement.Execute(frame) != Completion.Normal)
            {
                Value result = frame.Result;
                frame.Result = default;
                return result;
            }
        }
        return default;
    }

    private void MakeCells(Value[] locals)
    {
        foreach (int slot in Cells)
            locals[slot] = Value.FromCell(new Cell { Value = locals[slot] });
    }

    // Two threads may compile at once; both results are the same.
    private StatementNode[] Compile()
    {
        StatementNode[] nodes = compile();
        if (nodes is [ReturnNode { Value: { } value }])
            singleResult = value;
        return body = nodes;
    }
}
