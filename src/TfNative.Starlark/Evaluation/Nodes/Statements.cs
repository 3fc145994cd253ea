namespace TfNative.Starlark;

internal sealed class ExpressionStatementNode(ExpressionNode expression) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        expression.Evaluate(frame);
        return Completion.Normal;
    }
}

internal sealed class ReturnNode(ExpressionNode? value) : StatementNode
{
    public ExpressionNode? Value => value;

    public override Completion Execute(Frame frame)
    {
        Starlark.Value.Store(ref frame.Result, value is null ? default : value.Get(frame));
        return Completion.Return;
    }
}

/// <summary><c>break</c>, <c>continue</c>, <c>pass</c></summary>
internal sealed class FlowNode(Completion completion) : StatementNode
{
    public override Completion Execute(Frame frame) => completion;
}

/// <summary><c>if</c> with any number of <c>elif</c>.</summary>
internal sealed class IfNode((ExpressionNode Condition, StatementNode Body)[] clauses, StatementNode? otherwise) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        foreach ((ExpressionNode condition, StatementNode body) in clauses)
        {
            if (condition.Test(frame))
                return body.Execute(frame);
        }
        return otherwise is null ? Completion.Normal : otherwise.Execute(frame);
    }
}

/// <summary><c>if</c> without <c>elif</c>, or with few of them as nested ones.</summary>
internal sealed class SimpleIfNode(ExpressionNode condition, StatementNode body, StatementNode? otherwise) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        if (condition.Test(frame))
            return body.Execute(frame);
        return otherwise is null ? Completion.Normal : otherwise.Execute(frame);
    }
}

internal sealed class LoadNode(LoadStatement load) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        frame.Position = load.ModuleStart;
        Func<LoadStatement, Module> loader = frame.Module.Load
            ?? throw StarlarkException.Create($"cannot load '{load.Module}': loading is not supported here", StarlarkErrors.Load);
        Module module = loader(load);
        foreach (LoadBinding binding in load.Items)
        {
            frame.Position = binding.Start;
            if (!module.TryGetExport(binding.Exported, out Value value) && !TryPrivate(frame, module, binding, out value))
            {
                string hint = Spelling.Suggest(binding.Exported, module.Exports.Select(e => e.Key));
                throw StarlarkException.Create(
                    $"file '{load.Module}' does not contain symbol '{binding.Exported}'{hint}", StarlarkErrors.Load);
            }
            frame.Module.Slots[binding.Local.Binding!.Index] = value;
        }
        return Completion.Normal;
    }

    private static bool TryPrivate(Frame frame, Module module, LoadBinding binding, out Value value)
    {
        value = default;
        return frame.Module.AllowsPrivateLoads && binding.Exported.StartsWith('_') && module.TryGetGlobal(binding.Exported, out value);
    }
}
