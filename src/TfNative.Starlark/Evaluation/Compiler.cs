namespace TfNative.Starlark;

/// <summary>
/// Turns the syntax tree of a function, or of a file's statements, into executable nodes. Statements are here,
/// expressions and calls in the other parts.
/// </summary>
internal sealed partial class Compiler(StarlarkFile file)
{
    private int depth;

    /// <summary>The depth of the innermost expression around that checks the stack.</summary>
    private int guarded;

    public StatementNode[] Compile(Statement[] statements)
    {
        var nodes = new List<StatementNode>(statements.Length);
        foreach (Statement statement in statements)
        {
            if (statement is not FlowStatement { Kind: TokenKind.Pass })
                nodes.Add(Compile(statement));
        }
        return [.. nodes];
    }

    private StatementNode Compile(Statement statement)
    {
        switch (statement)
        {
            case AssignmentStatement { Operator: { } op } augmented:
                return Augment(augmented, op);
            case AssignmentStatement assignment:
                ExpressionNode value = Compile(assignment.Value);
                if (assignment.Target is Identifier { Binding.Kind: BindingKind.Local } local)
                    return Operands.Make<StatementNode, AssignLocalMaker>(value, new(local.Binding.Index));
                return new AssignNode(Target(assignment.Target), value);
            case ExpressionStatement expression:
                return new ExpressionStatementNode(Compile(expression.Expression));
            case DefStatement def:
                return new AssignNode(Target(def.Name), Function(def));
            case ReturnStatement result:
                return new ReturnNode(result.Value is null ? null : Compile(result.Value));
            case FlowStatement flow:
                return new FlowNode(flow.Kind == TokenKind.Break ? Completion.Break : Completion.Continue);
            case IfStatement conditional:
                return If(conditional);
            case ForStatement loop:
                return For(loop);
            default:
                return new LoadNode((LoadStatement)statement);
        }
    }

    private StatementNode Block(Statement[] statements) => StatementNode.Block(Compile(statements));

    private StatementNode If(IfStatement conditional)
    {
        StatementNode? otherwise = conditional.ElseStatements is { } statements ? Block(statements) : null;
        IfClause[] clauses = conditional.Items;
        if (clauses.Length <= ShortChain)
        {
            for (int i = clauses.Length - 1; i >= 0; i--)
                otherwise = new SimpleIfNode(Compile(clauses[i].Condition), Block(clauses[i].Body), otherwise);
            return otherwise!;
        }
        return new IfNode(Array.ConvertAll(clauses, c => (Compile(c.Condition), Block(c.Body))), otherwise);
    }

    private StatementNode For(ForStatement loop)
    {
        TargetNode target = Target(loop.Target);
        ExpressionNode source = Compile(loop.Source);
        StatementNode body = Block(loop.Statements);
        return target is LocalTarget local
            ? new ForLocalNode(local.Slot, source, body, loop.Source.Start)
            : new ForNode(target, source, body, loop.Source.Start);
    }

    private StatementNode Augment(AssignmentStatement statement, BinaryOperator op)
    {
        ExpressionNode value = Compile(statement.Value);
        int position = statement.OperatorStart;
        return Unwrap(statement.Target) switch
        {
            IndexExpression index => new AugmentIndexNode(Compile(index.Operand), Compile(index.Key), op, value, position),
            DotExpression dot => new AugmentAttributeNode(Compile(dot.Operand), dot.Name, op, value, position),
            var variable => Augment(Compile(variable), Target(variable), op, value, position),
        };
    }

    private static StatementNode Augment(ExpressionNode read, TargetNode write, BinaryOperator op, ExpressionNode value, int position)
    {
        if (read is LocalNode local && op == BinaryOperator.Add)
            return Operands.Make<StatementNode, AugmentLocalMaker<Addition>>(value, new(local, op, position));
        if (read is LocalNode other && op == BinaryOperator.Subtract)
            return Operands.Make<StatementNode, AugmentLocalMaker<Subtraction>>(value, new(other, op, position));
        return new AugmentVariableNode(read, write, op, value, position);
    }

    private static Expression Unwrap(Expression expression)
    {
        while (expression is ParenExpression paren)
            expression = paren.Inner;
        return expression;
    }

    private TargetNode Target(Expression target)
    {
        switch (target)
        {
            case ParenExpression paren:
                return Target(paren.Inner);
            case Identifier name:
                Binding binding = name.Binding!;
                return binding.Kind switch
                {
                    BindingKind.Local => new LocalTarget(binding.Index),
                    BindingKind.Cell => new CellTarget(binding.Index),
                    _ => new GlobalTarget(binding.Index),
                };
            case IndexExpression index:
                return Operands.Make<TargetNode, IndexTargetMaker>(Compile(index.Operand), Compile(index.Key), new(index.Bracket));
            case DotExpression dot:
                return new AttributeTarget(Compile(dot.Operand), dot.Name, dot.Dot);
            case ListExpression list:
                return new SequenceTarget(Array.ConvertAll(list.Items, Target), list.Start);
            default:
                var tuple = (TupleExpression)target;
                return new SequenceTarget(Array.ConvertAll(tuple.Items, Target), tuple.Start);
        }
    }

    private FunctionNode Function(DefStatement def)
    {
        string? doc = def.Statements is [ExpressionStatement { Expression: Literal { Value.IsString: true } text }, ..]
            ? text.Value.AsString()
            : null;
        Func<StatementNode[]> body = () => new Compiler(file).Compile(def.Statements);
        return Function(def.Name.Name, def.Items, def.Scope!, def.Start, body, doc);
    }

    private FunctionNode Function(
        string name, ParameterSyntax[] parameters, FunctionScope scope, int position, Func<StatementNode[]> body, string? doc)
    {
        ParameterSyntax[] ordered = ParameterOrder.Of(parameters);
        var signature = new Signature(name, Array.ConvertAll(ordered, p => new Parameter(p.Name.Name, p.Kind, IsRequired(p))));
        ExpressionNode?[] defaults = Array.ConvertAll(ordered, p => p.Default is null ? null : Compile(p.Default));
        var code = new FunctionCode(name, signature, scope, file, position, body);
        return new FunctionNode(code, defaults, [.. scope.Captures], doc);
    }

    private static bool IsRequired(ParameterSyntax parameter) =>
        parameter.Default is null && parameter.Kind is not (ParameterKind.VarArgs or ParameterKind.KwArgs);
}
