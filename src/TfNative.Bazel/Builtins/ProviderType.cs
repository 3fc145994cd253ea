using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A provider (https://bazel.build/rules/lib/builtins/Provider): a key for what targets tell those that depend on them.</summary>
public sealed class ProviderType : StarlarkObject, IStarlarkCallable, IExportedValue
{
    /// <param name="fields">The only fields that instances may have; null: any.</param>
    /// <param name="init">A function that turns a call's arguments into fields; unbound: keyword arguments are the fields.</param>
    public ProviderType(string name, IReadOnlyList<string>? fields = null, Value? init = null)
    {
        Name = name;
        Fields = fields;
        Init = init ?? Value.Unbound;
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

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (!Init.IsUnbound)
        {
            Value made = thread.Call(Init, args, kwargs);
            StarlarkDict dict = made.As<StarlarkDict>()
                ?? throw StarlarkException.Create($"got '{made.TypeName}' for 'provider init return value', want 'dict'");
            var fields = new List<(string Name, Value Value)>();
            foreach ((Value key, Value value) in dict)
                fields.Add((key.AsString()!, value));
            return Make(fields);
        }

        return CallRaw(thread, args, kwargs);
    }

    /// <summary>The constructor that does not call init; what provider(init = ...) gives beside the provider.</summary>
    public Value CallRaw(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (Factory is not null)
            return Factory(new CallContextArguments(thread, args.ToArray(), kwargs.ToArray()));
        if (args.Length > 0)
            throw StarlarkException.Create($"{Name}: unexpected positional arguments");
        return Make(kwargs.ToArray());
    }

    private StructValue Make(IReadOnlyList<(string Name, Value Value)> fields)
    {
        if (Fields is not null)
        {
            foreach ((string name, _) in fields)
            {
                if (!Fields.Contains(name))
                    throw StarlarkException.Create($"got unexpected field '{name}' in call to instantiate provider {Name}" + NearestNames.Hint(name, Fields));
            }
        }

        return new StructValue(fields.Select(f => new KeyValuePair<string, Value>(f.Name, f.Value)), this);
    }

    public override void AppendRepr(StringBuilder text) => text.Append(Name.Length == 0 ? "<provider>" : Name);
}
