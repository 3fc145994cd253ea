namespace TfNative.Starlark;

/// <summary>The result of executing a file: its globals, frozen.</summary>
public sealed class Module
{
    private readonly IReadOnlyList<Binding> bindings;
    private Dictionary<string, int>? index;

    internal Module(string path, IReadOnlyList<Binding> bindings, object? hostData)
    {
        Path = path;
        this.bindings = bindings;
        HostData = hostData;
        Slots = new Value[bindings.Count];
        Array.Fill(Slots, Value.Unbound);
    }

    public string Path { get; }

    /// <summary>What the host attached when it executed the program, such as the file's label.</summary>
    public object? HostData { get; set; }

    /// <summary>All globals that have a value, loaded ones too, in the order in which the file binds them.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Globals
    {
        get
        {
            for (int i = 0; i < Slots.Length; i++)
            {
                if (!Slots[i].IsUnbound)
                    yield return new(bindings[i].Name, Slots[i]);
            }
        }
    }

    /// <summary>The globals that other files may load: those bound here without a leading underscore.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Exports
    {
        get
        {
            for (int i = 0; i < Slots.Length; i++)
            {
                if (!Slots[i].IsUnbound && IsExported(bindings[i]))
                    yield return new(bindings[i].Name, Slots[i]);
            }
        }
    }

    /// <summary>All globals bound by the file itself, private ones too.</summary>
    internal IEnumerable<KeyValuePair<string, Value>> OwnGlobals
    {
        get
        {
            for (int i = 0; i < Slots.Length; i++)
            {
                if (!Slots[i].IsUnbound && !bindings[i].IsLoaded)
                    yield return new(bindings[i].Name, Slots[i]);
            }
        }
    }

    internal Value[] Slots { get; }

    /// <summary>Serves load statements while the file runs.</summary>
    internal Func<LoadStatement, Module>? Load { get; set; }

    internal bool AllowsPrivateLoads { get; init; }

    /// <summary>Values of the predeclared names that the program uses, by index.</summary>
    internal Value[] Predeclared { get; set; } = [];

    /// <summary>A global by name, private ones too; false if it is not bound.</summary>
    public bool TryGetGlobal(string name, out Value value)
    {
        value = TryFind(name, out int slot) ? Slots[slot] : Value.Unbound;
        return !value.IsUnbound;
    }

    /// <summary>What <c>load(..., "name")</c> gives.</summary>
    public bool TryGetExport(string name, out Value value)
    {
        value = TryFind(name, out int slot) && IsExported(bindings[slot]) ? Slots[slot] : Value.Unbound;
        return !value.IsUnbound;
    }

    /// <summary>Makes everything reachable from the globals immutable.</summary>
    public void Freeze()
    {
        foreach (Value value in Slots)
            value.Freeze();
    }

    private static bool IsExported(Binding binding) => !binding.IsLoaded && !binding.Name.StartsWith('_');

    private bool TryFind(string name, out int slot)
    {
        Dictionary<string, int>? byName = index;
        if (byName is null)
        {
            byName = [];
            for (int i = 0; i < bindings.Count; i++)
                byName[bindings[i].Name] = i;
            index = byName;
        }
        return byName.TryGetValue(name, out slot);
    }
}
