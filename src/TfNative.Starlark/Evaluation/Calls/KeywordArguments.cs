namespace TfNative.Starlark;

/// <summary>The extra keyword arguments of a call to a builtin, in order; never seen by Starlark code.</summary>
internal sealed class KeywordArguments((string Name, Value Value)[] pairs) : StarlarkObject
{
    public (string Name, Value Value)[] Pairs { get; } = pairs;

    public override string TypeName => "kwargs";
}
