namespace TfNative.Starlark.Fuzz;

/// <summary>A value that supports every operation, to take the place of names that a host would define.</summary>
internal sealed class Anything : StarlarkObject, IStarlarkCallable
{
    public override string TypeName => "anything";

    public string Name => "anything";

    public override int Length => 3;

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = this;
        return true;
    }

    public override bool TryIndex(Value key, out Value value)
    {
        value = this;
        return true;
    }

    public override bool TryBinary(BinaryOperator op, Value left, Value right, out Value result)
    {
        result = this;
        return true;
    }

    public override bool? Contains(Value element) => element.Truth;

    public override IEnumerable<Value> Iterate() => [1, "two", this];

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        // Calls back what it is given, as hosts do with implementation functions.
        foreach (Value arg in args)
        {
            if (arg.As<StarlarkFunction>() is { } function && function.Parameters.Count == 1)
                return thread.Call(function, [this]);
        }
        return args.Length > 0 ? args[0] : this;
    }
}
