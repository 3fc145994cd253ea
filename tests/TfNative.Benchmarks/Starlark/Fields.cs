using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>A value with fields, as a host defines: Python's side uses SimpleNamespace.</summary>
internal sealed class Fields((string Name, Value Value)[] fields) : StarlarkObject
{
    public override string TypeName => "struct";

    // A handful of names is compared faster than hashed, and the names of one file are the same objects.
    public override bool TryGetAttribute(string name, out Value value)
    {
        foreach ((string fieldName, Value fieldValue) in fields)
        {
            if (ReferenceEquals(fieldName, name))
            {
                value = fieldValue;
                return true;
            }
        }
        return TryFindEqual(name, out value);
    }

    private bool TryFindEqual(string name, out Value value)
    {
        foreach ((string fieldName, Value fieldValue) in fields)
        {
            if (fieldName == name)
            {
                value = fieldValue;
                return true;
            }
        }
        value = default;
        return false;
    }
}
