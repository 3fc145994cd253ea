using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Expressions.</summary>
internal sealed partial class Compiler
{
    private const int GuardInterval = 40;

    // Below this, nested nodes with their fast paths are better than a loop.
    private const int ShortChain = 8;

    private ExpressionNode Compile(Expression expression)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw StarlarkException.Create("expression is nested too deeply for the stack", StarlarkErrors.Limit);
        depth++;
        int outer = guarded;
        bool guard = depth - outer >= GuardInterval;
        if (guard)
            guarded = depth;
        ExpressionNode node = CompileCore(expression);
        guarded = outer;
        depth--;
        return guard ? new StackGuardNode(node, expression.Start) : node;
    }

    private ExpressionNode[] Compile(Expression[] expressions) => Array.ConvertAll(expressions, Compile);

    private ExpressionNode CompileCore(Expression expression)
    {
        switch (expression)
        {
            case Literal literal:
                return new ConstantNode(literal.Value.Ref is string text ? literal.Value.WithHash(StringHash.Of(text)) : literal.Value);
            case Identifier name:
                return Variable(name);
            case ParenExpression paren:
                return Compile(paren.Inner);
            case ListExpression list:
                return new ListNode(Compile(list.Items));
            case TupleExpression tuple:
                return new TupleNode(Compile(tuple.Items));
            case DictExpression dict:
                return new DictNode(Array.ConvertAll(dict.Items, e => (Compile(e.Key), Compile(e.Value), e.Key.Start)));
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                return new NotNode(Compile(not.Operand));
            case UnaryExpression unary:
                return Unary(unary);
            case BinaryExpression binary:
                return Binary(binary);
            case ConditionalExpression c:
                return new ConditionalNode(Compile(c.Condition), Compile(c.Then), Compile(c.Else));
            case DotExpression dot:
                return new DotNode(Compile(dot.Operand), dot.Name, dot.Dot);
            case IndexExpression index:
                return Operands.Make<ExpressionNode, IndexMaker>(Compile(index.Operand), Compile(index.Key), new(index.Bracket));
            case SliceExpression slice:
                return new SliceNode(
                    Compile(slice.Operand), Optional(slice.From), Optional(slice.To), Optional(slice.Step), slice.Bracket);
            case CallExpression call:
                return Call(call);
            case Comprehension comprehension:
                return Comprehend(comprehension);
            default:
                var lambda = (LambdaExpression)expression;
                Func<StatementNode[]> body = () => [new ReturnNode(new Compiler(file).Compile(lambda.Body))];
                return Function("lambda", lambda.Items, lambda.Scope!, lambda.Start, body, null);
        }
    }

    private ExpressionNode? Optional(Expression? expression) => expression is null ? null : Compile(expression);

    private static ExpressionNode Variable(Identifier name)
    {
        Binding binding = name.Binding!;
        switch (binding.Kind)
        {
            case BindingKind.Local: return new LocalNode(binding.Index, name.Name, name.Start);
            case BindingKind.Cell: return new CellNode(binding.Index, name.Name, name.Start);
            case BindingKind.Free: return new FreeNode(binding.Index, name.Name, name.Start);
            case BindingKind.Global: return new GlobalNode(binding.Index, name.Name, name.Start);
            case BindingKind.Predeclared: return new PredeclaredNode(binding.Index, name.Name, name.Start);
            default:
                Universe.TryGet(name.Name, out Value value);
                return new ConstantNode(value);
        }
    }

    private ExpressionNode Unary(UnaryExpression unary)
    {
        ExpressionNode operand = Compile(unary.Operand);
        if (operand is ConstantNode { Constant.IsSmallInt: true } constant)
            return new ConstantNode(Operators.Unary(unary.Operator, constant.Constant));
        return new UnaryNode(unary.Operator, operand, unary.Start);
    }

    private ExpressionNode Binary(BinaryExpression binary)
    {
        var spine = new List<BinaryExpression>();
        Expression first = binary;
        bool logical = binary.Operator is BinaryOperator.And or BinaryOperator.Or;
        while (first is BinaryExpression next && (logical ? next.Operator == binary.Operator : !IsLogical(next)))
        {
            spine.Add(next);
            first = next.Left;
        }
        spine.Reverse();
        ExpressionNode node = Compile(first);
        if (logical)
        {
            ExpressionNode[] operands = [node, .. spine.Select(b => Compile(b.Right))];
            return binary.Operator == BinaryOperator.And ? new AndNode(operands) : new OrNode(operands);
        }
        if (spine.Count > ShortChain)
            return new ChainNode(node, [.. spine.Select(b => (b.Operator, Compile(b.Right), b.OperatorStart))]);
        foreach (BinaryExpression step in spine)
            node = BinaryNode.Create(step.Operator, node, Compile(step.Right), step.OperatorStart);
        return node;
    }

    private static bool IsLogical(BinaryExpression binary) => binary.Operator is BinaryOperator.And or BinaryOperator.Or;

    private ExpressionNode Call(CallExpression call)
    {
        var args = new List<ExpressionNode>(call.Items.Length);
        var names = new List<string>();
        ExpressionNode? star = null, starStar = null;
        foreach (Argument argument in call.Items)
        {
            ExpressionNode value = Compile(argument.Value);
            if (argument.Kind == ArgumentKind.Star)
                star = value;
            else if (argument.Kind == ArgumentKind.StarStar)
                starStar = value;
            else
                args.Add(value);
            if (argument.Name is not null)
                names.Add(argument.Name);
        }
        if (star is not null || starStar is not null)
            return new StarCallNode(Compile(call.Function), [.. args], [.. names], star, starStar, call.Paren);
        if (call.Function is DotExpression dot)
            return MethodCall(dot, args, names, call.Paren);
        ExpressionNode function = Compile(call.Function);
        if (names.Count > 0)
            return new KeywordCallNode(function, [.. args], [.. names], call.Paren);
        return args.Count switch
        {
            1 when call.Function is Identifier { Name: "len", Binding.Kind: BindingKind.Universal } =>
                new LenNode(args[0], ((ConstantNode)function).Constant, call.Paren),
            1 => Operands.Make<ExpressionNode, CallMaker1>(args[0], new(function, call.Paren)),
            2 => Operands.Make<ExpressionNode, CallMaker2>(args[0], args[1], new(function, call.Paren)),
            _ => new PositionalCallNode(function, [.. args], call.Paren),
        };
    }

    private ExpressionNode MethodCall(DotExpression dot, List<ExpressionNode> args, List<string> names, int position)
    {
        ExpressionNode receiver = Compile(dot.Operand);
        var call = new MethodCallNode(receiver, dot.Name, [.. args], [.. names], dot.Dot, position);
        return dot.Name == "append" && args.Count == 1 && names.Count == 0
            ? Operands.Make<ExpressionNode, AppendMaker>(receiver, args[0], new(position, call))
            : call;
    }

    private ComprehensionNode Comprehend(Comprehension comprehension)
    {
        // Clauses run inside each other.
        depth += comprehension.Items.Length;
        ClauseNode node = comprehension.Value is null
            ? new ElementNode(Compile(comprehension.Body))
            : new EntryNode(Compile(comprehension.Body), Compile(comprehension.Value), comprehension.Body.Start);
        for (int i = comprehension.Items.Length - 1; i >= 0; i--)
        {
            ComprehensionClause clause = comprehension.Items[i];
            ExpressionNode source = Compile(clause.Source);
            node = clause.Target is null
                ? new IfClauseNode(source, node)
                : new ForClauseNode(Target(clause.Target), source, node, clause.Source.Start);
        }
        depth -= comprehension.Items.Length;
        int[] captured = Array.ConvertAll(comprehension.CapturedVariables, b => b.Index);
        return new ComprehensionNode(node, captured, comprehension.Value is not null);
    }
}
