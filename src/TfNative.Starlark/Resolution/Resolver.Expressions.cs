namespace TfNative.Starlark;

/// <summary>Expressions, comprehensions and functions.</summary>
internal sealed partial class Resolver
{
    private void Visit(Expression expression)
    {
        // Long chains of operators nest to the left: follow them in a loop.
        while (expression is BinaryExpression binary)
        {
            Visit(binary.Right);
            expression = binary.Left;
        }
        if (!EnoughStack(expression))
            return;
        switch (expression)
        {
            case Identifier name:
                name.Binding = Lookup(name);
                break;
            case ParenExpression paren:
                Visit(paren.Inner);
                break;
            case ListExpression list:
                Visit(list.Items);
                break;
            case TupleExpression tuple:
                Visit(tuple.Items);
                break;
            case DictExpression dict:
                foreach (DictEntry entry in dict.Items)
                {
                    Visit(entry.Key);
                    Visit(entry.Value);
                }
                break;
            case UnaryExpression unary:
                Visit(unary.Operand);
                break;
            case ConditionalExpression conditional:
                Visit(conditional.Then);
                Visit(conditional.Condition);
                Visit(conditional.Else);
                break;
            case DotExpression dot:
                Visit(dot.Operand);
                break;
            case IndexExpression index:
                Visit(index.Operand);
                Visit(index.Key);
                break;
            case SliceExpression slice:
                VisitSlice(slice);
                break;
            case CallExpression call:
                VisitCall(call);
                break;
            case Comprehension comprehension:
                VisitComprehension(comprehension);
                break;
            case LambdaExpression lambda:
                VisitLambda(lambda);
                break;
        }
    }

    private void Visit(Expression[] expressions)
    {
        foreach (Expression expression in expressions)
            Visit(expression);
    }

    private void VisitSlice(SliceExpression slice)
    {
        Visit(slice.Operand);
        if (slice.From is not null)
            Visit(slice.From);
        if (slice.To is not null)
            Visit(slice.To);
        if (slice.Step is not null)
            Visit(slice.Step);
    }

    private void VisitCall(CallExpression call)
    {
        Visit(call.Function);
        Argument[] arguments = call.Items;
        HashSet<string>? names = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            Argument argument = arguments[i];
            Visit(argument.Value);
            if (argument.Kind is ArgumentKind.Star or ArgumentKind.StarStar && !dialect.AllowStarArguments)
            {
                Report(
                    argument.Start,
                    $"*args or **kwargs arguments are not allowed in {dialect.Name}. Pass the arguments in explicitly.",
                    StarlarkErrors.Dialect);
            }
            if (argument.Name is not null && !(names ??= []).Add(argument.Name))
                Report(argument.Start, $"duplicate keyword argument: {argument.Name}", StarlarkErrors.Binding);
        }
    }

    private void VisitComprehension(Comprehension comprehension)
    {
        // The first source is evaluated outside the comprehension's own scope.
        Visit(comprehension.Items[0].Source);
        Block enclosing = block;
        block = new Block(enclosing, enclosing.Function);
        Block scope = block;
        foreach (ComprehensionClause clause in comprehension.Items)
        {
            if (clause.Target is not null)
                BindTarget(clause.Target, name => name.Binding = scope.Bind(name.Name, name.Start));
        }
        for (int i = 0; i < comprehension.Items.Length; i++)
        {
            ComprehensionClause clause = comprehension.Items[i];
            if (i > 0)
                Visit(clause.Source);
            if (clause.Target is not null)
                VisitTarget(clause.Target, augmented: false);
        }
        Visit(comprehension.Body);
        if (comprehension.Value is not null)
            Visit(comprehension.Value);
        var captured = new List<Binding>();
        foreach (Binding binding in block.Names.Values)
        {
            if (binding.Kind == BindingKind.Cell)
                captured.Add(binding);
        }
        if (captured.Count > 0)
            comprehension.CapturedVariables = [.. captured];
        block = enclosing;
    }

    private void VisitLambda(LambdaExpression lambda)
    {
        if (!dialect.AllowLambda)
        {
            Report(
                lambda.Start,
                $"functions may not be defined in {dialect.Name}. You may move the function to a .bzl file and load it.",
                StarlarkErrors.Dialect);
        }
        lambda.Scope = VisitFunction(lambda.Items, [], lambda.Body);
    }

    private FunctionScope VisitFunction(ParameterSyntax[] parameters, Statement[] body, Expression? result)
    {
        foreach (ParameterSyntax parameter in parameters)
        {
            if (parameter.Default is not null)
                Visit(parameter.Default);
        }
        var scope = new FunctionScope(block.Function);
        Block enclosing = block;
        int enclosingLoops = loops;
        block = new Block(enclosing, scope);
        loops = 0;
        BindParameters(parameters, block);
        BindLocals(body, block);
        Visit(body);
        if (result is not null)
            Visit(result);
        block = enclosing;
        loops = enclosingLoops;
        return scope;
    }

    /// <summary>In the order of <see cref="Signature"/>: <c>*args</c> and <c>**kwargs</c> last.</summary>
    private void BindParameters(ParameterSyntax[] parameters, Block target)
    {
        foreach (ParameterSyntax parameter in ParameterOrder.Of(parameters))
        {
            if (target.Names.ContainsKey(parameter.Name.Name))
                Report(parameter.Name.Start, $"duplicate parameter: {parameter.Name.Name}", StarlarkErrors.Binding);
            Binding binding = target.Bind(parameter.Name.Name, parameter.Name.Start);
            parameter.Name.Binding = binding;
        }
    }
}
