using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A provider (https://bazel.build/rules/lib/builtins/Provider): a key for what targets tell those that depend on them.</summary>
public sealed class ProviderType : StarlarkObject, IStarlarkCallable, IExportedValue
{
    private readonly Func<Value, string>? check;

    /// <param name="fields">The only fields that instances may have; null: any.</param>
    /// <param name="init">A function that turns a call's arguments into fields; unbound: keyword arguments are the fields.</param>
    public ProviderType(string name, IReadOnlyList<string>? fields = null, Value? init = null)
    {
        Name = name;
        Fields = fields;
        Init = init ?? Value.Unbound;
        check = null;
    }

    public string Name { get; private set; }

    public IReadOnlyList<string>? Fields { get; }

    public Value Init { get; }

    /// <summary>Makes an instance in C# from a call's arguments; null: a <see cref="StructValue"/> of the keyword arguments.</summary>
    public Func<CallContextArguments, Value>? Factory { get; init; }

    public override string TypeName => "Provider";

    public override bool IsHashable => true;

    public void Export(Label file, string name)
    {
        if (Name.Length == 0)
            Name = name;
    }

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> arguments, ReadOnlySpan<KeyValuePair<string, Value>> keywords)
    {
        if (!Init.IsUnbound)
        {
            Value made = thread.Call(Init, arguments, keywords);
            StarlarkDict dict = made.As<StarlarkDict>()
                ?? throw StarlarkException.Create(thread, $"got '{made.TypeName}' for 'provider init return value', want 'dict'");
            var fields = new List<KeyValuePair<string, Value>>();
            foreach ((Value key, Value value) in dict)
                fields.Add(new(key.AsString(), value));
            return Make(thread, fields);
        }

        return CallRaw(thread, arguments, keywords);
    }

    /// <summary>The constructor that does not call init; what provider(init = ...) gives beside the provider.</summary>
    public Value CallRaw(StarlarkThread thread, ReadOnlySpan<Value> arguments, ReadOnlySpan<KeyValuePair<string, Value>> keywords)
    {
        if (Factory is not null)
            return Factory(new CallContextArguments(thread, arguments.ToArray(), keywords.ToArray()));
        if (arguments.Length > 0)
            throw StarlarkException.Create(thread, $"{Name}: unexpected positional arguments");
        return Make(thread, keywords.ToArray());
    }

    private StructValue Make(StarlarkThread thread, IReadOnlyList<KeyValuePair<string, Value>> fields)
    {
        if (Fields is not null)
        {
            foreach ((string name, _) in fields)
            {
                if (!Fields.Contains(name))
                    throw StarlarkException.Create(thread, $"got unexpected field '{name}' in call to instantiate provider {Name}" + NearestNames.Hint(name, Fields));
            }
        }

        return new StructValue(fields, this);
    }

    public override void AppendRepr(StringBuilder text) => text.Append(Name.Length == 0 ? "<provider>" : Name);
}
