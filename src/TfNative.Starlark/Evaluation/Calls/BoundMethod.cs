using System.Text;

namespace TfNative.Starlark;

/// <summary>A method with its receiver: the value of <c>"x".upper</c>.</summary>
internal sealed class BoundMethod(Value receiver, Builtin method) : StarlarkObject, IStarlarkCallable
{
    public Value Receiver { get; } = receiver;

    public Builtin Method { get; } = method;

    public override string TypeName => "builtin_function_or_method";

    public string Name => Method.Name;

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs) =>
        Method.Call(thread, Receiver, args, kwargs);

    public override void AppendRepr(StringBuilder text) =>
        text.Append("<built-in method ").Append(Name).Append(" of ").Append(Receiver.TypeName).Append(" value>");

    public override bool IsHashable => false;

    public override void Freeze() => Receiver.Freeze();
}
