namespace TfNative.Starlark;

/// <summary>A value that can be called.</summary>
public interface IStarlarkCallable
{
    /// <summary>The name that messages and call stacks show.</summary>
    string Name { get; }

    /// <param name="thread">The evaluation that calls.</param>
    /// <param name="args">Positional arguments, <c>*args</c> spread.</param>
    /// <param name="kwargs">Keyword arguments in order, <c>**kwargs</c> spread; no name twice.</param>
    Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs);
}
