namespace TfNative.Starlark;

/// <summary><c>Local = "Exported"</c> in a load; for <c>"x"</c> alone both are x.</summary>
public readonly record struct LoadBinding(Identifier Local, string Exported, int Start);

/// <summary><c>load("module", "a", b = "c")</c></summary>
public sealed class LoadStatement : Statement
{
    internal LoadStatement(int start, int end, string module, int moduleStart, LoadBinding[] bindings)
        : base(start, end)
    {
        Module = module;
        ModuleStart = moduleStart;
        Items = bindings;
    }

    /// <summary>The first argument, as written; what it means is the host's affair.</summary>
    public string Module { get; }

    public int ModuleStart { get; }

    public IReadOnlyList<LoadBinding> Bindings => Items;

    internal LoadBinding[] Items { get; }
}
