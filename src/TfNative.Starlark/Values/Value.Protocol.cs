using System.Numerics;
using System.Text;

namespace TfNative.Starlark;

/// <summary>What every value can do: truth, type, text, equality, hash.</summary>
public readonly partial struct Value
{
    /// <summary>What <c>bool(x)</c> gives.</summary>
    public bool Truth
    {
        get
        {
            object? reference = Ref;
            if (reference is null)
                return false;
            if (IsBool || IsSmallInt)
                return Bits != 0;
            if (IsFloat)
                return AsDouble != 0;
            if (reference is string text)
                return text.Length > 0;
            return reference is not StarlarkObject value || value.Truth;
        }
    }

    /// <summary>What <c>type(x)</c> gives.</summary>
    public string TypeName => Ref switch
    {
        null => "NoneType",
        string => "string",
        StarlarkObject value => value.TypeName,
        BigInteger => "int",
        _ when IsSmallInt => "int",
        _ when IsBool => "bool",
        _ when IsFloat => "float",
        _ => "unbound",
    };

    /// <summary>What <c>repr(x)</c> gives.</summary>
    public string Repr() => TextBuilder.Build(this, static (value, text) => value.AppendRepr(text));

    /// <summary>What <c>str(x)</c> gives: as <see cref="Repr"/>, but a string is itself.</summary>
    public override string ToString() =>
        Ref as string ?? (IsSmallInt ? Bits.ToString(System.Globalization.CultureInfo.InvariantCulture) : BuildText());

    private string BuildText() =>
        TextBuilder.Build(this, static (value, text) => value.AppendStr(text));

    public void AppendStr(StringBuilder text)
    {
        if (Ref is string value)
            text.Append(value);
        else if (Ref is StarlarkObject target)
            target.AppendStr(text);
        else
            AppendRepr(text);
    }

    public void AppendRepr(StringBuilder text)
    {
        switch (Ref)
        {
            case null: text.Append("None"); break;
            case string value: StringRepr.Append(text, value); break;
            case StarlarkObject target:
                if (!Recursion.EnterPrint(target))
                {
                    text.Append("...");
                    break;
                }
                target.AppendRepr(text);
                Recursion.LeavePrint();
                break;
            case BigInteger big: text.Append(IntOperations.ToDecimal(big)); break;
            case not null when IsSmallInt: text.Append(Bits); break;
            case not null when IsBool: text.Append(Bits != 0 ? "True" : "False"); break;
            case not null when IsFloat: text.Append(FloatText.Repr(AsDouble)); break;
            default: text.Append("<unbound>"); break;
        }
    }

    /// <summary>Starlark's <c>==</c>: by structure; ints and floats by their numeric value; False is not 0.</summary>
    public bool Equals(Value other)
    {
        object? a = Ref, b = other.Ref;
        if (ReferenceEquals(a, b))
        {
            // Objects have no bits beside them, but for the hash that a string may carry.
            return Bits == other.Bits || (IsFloat ? FloatOperations.AreEqual(AsDouble, other.AsDouble) : a is string);
        }
        if (a is string text)
            return b is string otherText && string.Equals(text, otherText);
        if (a is StarlarkObject left && b is not null)
        {
            Recursion.Check();
            return left.Equals(other);
        }
        if (b is StarlarkObject)
            return false;
        return IsNumber && other.IsNumber && Numbers.AreEqual(this, other);
    }

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>Starlark's order: negative, zero or positive.</summary>
    /// <exception cref="StarlarkException">The values have no order, or are nested too deeply.</exception>
    public int CompareTo(Value other) => Comparison.Compare(this, other);

    /// <summary>For hash tables; throws <see cref="StarlarkException"/> for values that cannot be dict keys.</summary>
    public override int GetHashCode() => Ref switch
    {
        string text => Bits != 0 ? (int)Bits : StringHash.Of(text),
        null => 0x4e6f6e65,
        _ when IsSmallInt || IsBool => Numbers.Hash(Bits),
        _ when IsFloat => Numbers.Hash(AsDouble),
        BigInteger big => Numbers.Hash(big),
        StarlarkObject value => Hash(value),
        _ => 0,
    };

    private static int Hash(StarlarkObject value)
    {
        Recursion.Check();
        return value.Hash();
    }

    /// <summary>Whether this may be a dict key or an element of a set.</summary>
    public bool IsHashable => Ref is not StarlarkObject value || value.IsHashable;

    /// <summary>Makes this and everything reachable from it immutable.</summary>
    public void Freeze()
    {
        if (Ref is StarlarkObject value)
            Freezer.Freeze(value);
    }

    /// <summary>The elements, if this can be iterated over (strings cannot).</summary>
    /// <exception cref="StarlarkException">This is not iterable.</exception>
    public IEnumerable<Value> Iterate()
    {
        if (Ref is StarlarkObject target && target.Iterate() is { } elements)
            return elements;
        throw StarlarkException.Create($"type '{TypeName}' is not iterable");
    }

    /// <summary>The value of <c>x.name</c>, for host code; false if there is none.</summary>
    public bool TryGetAttribute(string name, out Value value) => Attributes.TryGet(this, name, out value);
}
