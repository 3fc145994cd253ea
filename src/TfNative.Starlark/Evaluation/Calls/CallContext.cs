using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// A call of a builtin: the evaluation and the arguments by index of their parameter. The typed getters throw an
/// error that names the parameter when the argument has another type.
/// </summary>
public readonly ref struct CallContext
{
    private readonly ReadOnlySpan<Value> values;
    private readonly Builtin builtin;

    internal CallContext(StarlarkThread thread, Builtin builtin, Value self, ReadOnlySpan<Value> values)
    {
        Thread = thread;
        this.builtin = builtin;
        Self = self;
        this.values = values;
    }

    public StarlarkThread Thread { get; }

    /// <summary>The receiver of a method.</summary>
    public Value Self { get; }

    /// <summary>The name of the builtin that is called.</summary>
    public string Name => builtin.Name;

    public Value this[int parameter] => values[parameter];

    /// <summary>The extra positional arguments; the signature must have <c>*args</c>.</summary>
    public StarlarkTuple Args => Unsafe.As<StarlarkTuple>(values[builtin.Signature.VarArgs].Ref!);

    /// <summary>The extra keyword arguments in order; the signature must have <c>**kwargs</c>.</summary>
    public ReadOnlySpan<(string Name, Value Value)> KeywordArgs =>
        Unsafe.As<KeywordArguments>(values[builtin.Signature.KwArgs].Ref!).Pairs;

    /// <summary>As <see cref="KeywordArgs"/>, as an array that the handler may keep.</summary>
    public (string Name, Value Value)[] TakeKeywordArgs() =>
        Unsafe.As<KeywordArguments>(values[builtin.Signature.KwArgs].Ref!).Pairs;

    /// <summary>Whether the argument was given; only meaningful for parameters with the default <c>unbound</c>.</summary>
    public bool IsGiven(int parameter) => !values[parameter].IsUnbound;

    public bool IsNone(int parameter) => values[parameter].IsNone;

    public string String(int parameter) => values[parameter].Ref as string ?? throw WrongType(parameter, "string");

    public string? StringOrNone(int parameter) => values[parameter].IsNone ? null : String(parameter);

    public bool Bool(int parameter) =>
        values[parameter].TryGet(out bool value) ? value : throw WrongType(parameter, "bool");

    /// <summary>An int of at most 32 bits.</summary>
    public int Int(int parameter)
    {
        if (!values[parameter].IsInt)
            throw WrongType(parameter, "int");
        return values[parameter].TryGetInt(out long value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw Error($"in call to {Name}(), parameter '{ParameterName(parameter)}': {values[parameter]} is out of range");
    }

    /// <summary>An int of at most 64 bits.</summary>
    public long Long(int parameter)
    {
        if (!values[parameter].IsInt)
            throw WrongType(parameter, "int");
        return values[parameter].TryGetInt(out long value)
            ? value
            : throw Error($"in call to {Name}(), parameter '{ParameterName(parameter)}': {values[parameter]} is out of range");
    }

    public StarlarkList List(int parameter) => Object<StarlarkList>(parameter, "list");

    public StarlarkDict Dict(int parameter) => Object<StarlarkDict>(parameter, "dict");

    /// <summary>A list or tuple.</summary>
    public StarlarkSequence Sequence(int parameter) => Object<StarlarkSequence>(parameter, "sequence");

    /// <summary>A list or tuple of strings.</summary>
    public string[] Strings(int parameter)
    {
        ReadOnlySpan<Value> items = Sequence(parameter).Span;
        var strings = new string[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            strings[i] = items[i].AsString() ?? throw Error(
                $"in call to {Name}(), at index {i} of {ParameterName(parameter)}, got element of type {items[i].TypeName}, want string");
        }
        return strings;
    }

    /// <summary>Any iterable.</summary>
    public IEnumerable<Value> Iterable(int parameter)
    {
        if (values[parameter].Ref is StarlarkObject target && target.Iterate() is { } elements)
            return elements;
        throw WrongType(parameter, "iterable");
    }

    /// <summary>Any value that can be called.</summary>
    public Value Callable(int parameter) =>
        values[parameter].Ref is IStarlarkCallable ? values[parameter] : throw WrongType(parameter, "callable");

    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="typeName">What the error says is wanted.</param>
    public T Object<T>(int parameter, string typeName)
        where T : class => values[parameter].Ref as T ?? throw WrongType(parameter, typeName);

    /// <summary>The part of a sequence that two optional parameters, start and end, choose.</summary>
    internal (int Start, int End) Range(int start, int length)
    {
        for (int parameter = start; parameter <= start + 1; parameter++)
        {
            if (!values[parameter].IsNone && !values[parameter].IsInt)
                throw WrongType(parameter, "int or NoneType");
        }
        return Indexing.Range(values[start], values[start + 1], length);
    }

    /// <summary>An error of this call; throw it.</summary>
#pragma warning disable CA1822 // Reads well at the call: c.Error(...).
    public StarlarkException Error(string message, string code = StarlarkErrors.Evaluation) =>
        StarlarkException.Create(message, code);
#pragma warning restore CA1822

    /// <summary>The error for an argument of a wrong type; throw it.</summary>
    public StarlarkException WrongType(int parameter, string wanted)
    {
        string got = values[parameter].IsUnbound ? "unbound" : values[parameter].TypeName;
        string hint = wanted.StartsWith("iterable", StringComparison.Ordinal) ? $" (type '{got}' is not iterable)" : "";
        return Error($"in call to {Name}(), parameter '{ParameterName(parameter)}' got value of type '{got}', want '{wanted}'{hint}");
    }

    private string ParameterName(int parameter) => builtin.Signature.Parameters[parameter].Name;
}
