namespace TfNative.Starlark;

/// <summary>Statements: where they may stand, and the names they bind in functions.</summary>
internal sealed partial class Resolver
{
    private void Visit(Statement[] statements)
    {
        foreach (Statement statement in statements)
            Visit(statement);
    }

    private void Visit(Statement statement)
    {
        if (statement.IsBroken || !EnoughStack(statement))
            return;
        switch (statement)
        {
            case AssignmentStatement assignment:
                Visit(assignment.Value);
                VisitTarget(assignment.Target, assignment.Operator is not null);
                break;
            case ExpressionStatement expression:
                Visit(expression.Expression);
                break;
            case DefStatement def:
                VisitDef(def);
                break;
            case ReturnStatement result:
                if (!InFunction)
                    Report(result.Start, "return statements must be inside a function", StarlarkErrors.Placement);
                if (result.Value is not null)
                    Visit(result.Value);
                break;
            case FlowStatement flow:
                if (flow.Kind != TokenKind.Pass && loops == 0)
                    Report(flow.Start, $"{TokenText.Of(flow.Kind)} statement must be inside a for loop", StarlarkErrors.Placement);
                break;
            case IfStatement conditional:
                VisitIf(conditional);
                break;
            case ForStatement loop:
                VisitFor(loop);
                break;
            case LoadStatement load:
                VisitLoad(load);
                break;
        }
    }

    private void VisitDef(DefStatement def)
    {
        if (!dialect.AllowDef)
        {
            Report(
                def.Start,
                $"functions may not be defined in {dialect.Name}. You may move the function to a .bzl file and load it.",
                StarlarkErrors.Dialect);
        }
        VisitTarget(def.Name, augmented: false);
        def.Scope = VisitFunction(def.Items, def.Statements, null);
    }

    private void VisitIf(IfStatement conditional)
    {
        if (!dialect.AllowIfStatement)
        {
            Report(
                conditional.Start,
                $"if statements are not allowed in {dialect.Name}. You may use an if expression for simple cases.",
                StarlarkErrors.Dialect);
        }
        else if (!InFunction && !dialect.AllowTopLevelIf)
        {
            Report(
                conditional.Start,
                "if statements are not allowed at the top level. You may move it inside a function or use an if expression (x if condition else y).",
                StarlarkErrors.Dialect);
        }
        foreach (IfClause clause in conditional.Items)
        {
            Visit(clause.Condition);
            Visit(clause.Body);
        }
        Visit(conditional.ElseStatements ?? []);
    }

    private void VisitFor(ForStatement loop)
    {
        if (!dialect.AllowForStatement)
        {
            Report(
                loop.Start,
                $"for statements are not allowed in {dialect.Name}. You may inline the loop, move it to a function definition (in a .bzl file), or as a last resort, use a list comprehension.",
                StarlarkErrors.Dialect);
        }
        else if (!InFunction && !dialect.AllowTopLevelFor)
        {
            Report(
                loop.Start,
                "for loops are not allowed at the top level. You may move it inside a function or use a comprehension, [f(x) for x in sequence]",
                StarlarkErrors.Dialect);
        }
        Visit(loop.Source);
        VisitTarget(loop.Target, augmented: false);
        loops++;
        Visit(loop.Statements);
        loops--;
    }

    private void VisitLoad(LoadStatement load)
    {
        if (InFunction || loops > 0)
            Report(load.Start, "load statement not at top level", StarlarkErrors.Placement);
        var seen = new HashSet<string>();
        foreach (LoadBinding binding in load.Items)
        {
            if (binding.Exported.StartsWith('_') && !dialect.AllowPrivateLoads)
            {
                Report(
                    binding.Start,
                    $"symbol '{binding.Exported}' is private and cannot be imported",
                    StarlarkErrors.Binding);
            }
            if (!seen.Add(binding.Local.Name))
                Report(binding.Start, $"load statement defines '{binding.Local.Name}' more than once", StarlarkErrors.Binding);
        }
    }

    private void VisitTarget(Expression target, bool augmented)
    {
        switch (target)
        {
            case Identifier name:
                name.Binding ??= Lookup(name);
                break;
            case ParenExpression paren:
                VisitTarget(paren.Inner, augmented);
                break;
            case IndexExpression index:
                Visit(index.Operand);
                Visit(index.Key);
                break;
            case DotExpression dot:
                Visit(dot.Operand);
                break;
            case ListExpression or TupleExpression when augmented:
                Report(target.Start, "cannot perform augmented assignment on a list or tuple expression", StarlarkErrors.Binding);
                break;
            case ListExpression list:
                foreach (Expression element in list.Items)
                    VisitTarget(element, augmented);
                break;
            case TupleExpression tuple:
                foreach (Expression element in tuple.Items)
                    VisitTarget(element, augmented);
                break;
            case BadExpression:
                break;
            default:
                string text = file.Source.Text.Substring(target.Start, Math.Min(40, target.End - target.Start));
                Report(target.Start, $"cannot assign to '{text}'", StarlarkErrors.Binding);
                Visit(target);
                break;
        }
    }

    /// <summary>Collects the names that the statements of a function bind; nested functions have their own.</summary>
    private static void BindLocals(Statement[] statements, Block target)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case AssignmentStatement assignment:
                    BindTarget(assignment.Target, name => name.Binding = target.Bind(name.Name, name.Start));
                    break;
                case DefStatement def:
                    def.Name.Binding = target.Bind(def.Name.Name, def.Name.Start);
                    break;
                case IfStatement conditional:
                    foreach (IfClause clause in conditional.Items)
                        BindLocals(clause.Body, target);
                    BindLocals(conditional.ElseStatements ?? [], target);
                    break;
                case ForStatement loop:
                    BindTarget(loop.Target, name => name.Binding = target.Bind(name.Name, name.Start));
                    BindLocals(loop.Statements, target);
                    break;
            }
        }
    }
}
