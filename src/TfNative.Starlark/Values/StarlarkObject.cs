using System.Text;

namespace TfNative.Starlark;

/// <summary>
/// The base of all values that are objects, and the interface by which a host adds its own: derive, give a type
/// name, and override what the type supports. Everything that is not overridden is the ordinary Starlark error.
/// </summary>
/// <remarks>
/// A host value is compared by reference and hashable unless it says otherwise. Override
/// <see cref="Equals(Value)"/> and <see cref="Hash"/> together. A value that holds others passes
/// <see cref="Freeze"/> on to them. A value that can be called implements <see cref="IStarlarkCallable"/>.
/// Values are read by many threads once they are frozen, so nothing here may change them then.
/// </remarks>
public abstract class StarlarkObject
{
    /// <summary>What <c>type(x)</c> gives.</summary>
    public abstract string TypeName { get; }

    public virtual bool Truth => true;

    public virtual bool IsHashable => true;

    /// <summary>The names that <c>dir(x)</c> lists and misspelt ones are compared with.</summary>
    public virtual IEnumerable<string> AttributeNames => [];

    /// <summary>The methods of a built-in type; host types have attributes instead.</summary>
    internal virtual MethodTable? Methods => null;

    /// <summary>Appends what <c>repr(x)</c> gives. Nested values: <see cref="Value.AppendRepr"/>.</summary>
    public virtual void AppendRepr(StringBuilder text) => text.Append('<').Append(TypeName).Append('>');

    /// <summary>Appends what <c>str(x)</c> gives, if it differs from <c>repr(x)</c>.</summary>
    public virtual void AppendStr(StringBuilder text) => AppendRepr(text);

    /// <summary><c>x.name</c></summary>
    public virtual bool TryGetAttribute(string name, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary><c>x.name = value</c>; false if this type has no fields that can be assigned.</summary>
    public virtual bool TrySetAttribute(string name, Value value) => false;

    /// <summary>
    /// An operator one of whose operands is this value. Asked of the left operand first, then of the right one.
    /// <c>==</c>, <c>in</c> and the orderings have methods of their own.
    /// </summary>
    public virtual bool TryBinary(BinaryOperator op, Value left, Value right, out Value result)
    {
        result = default;
        return false;
    }

    /// <summary><c>x[key]</c>; false if this type has no elements. A missing key is an exception.</summary>
    public virtual bool TryIndex(Value key, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary><c>x[key] = value</c>; false if this type's elements cannot be assigned.</summary>
    public virtual bool TrySetIndex(Value key, Value value) => false;

    /// <summary><c>element in x</c>; null if this type does not support it.</summary>
    public virtual bool? Contains(Value element) => null;

    /// <summary>The elements in order, or null if this type is not iterable.</summary>
    public virtual IEnumerable<Value>? Iterate() => null;

    /// <summary>What <c>len(x)</c> gives, or -1 if this type has no length.</summary>
    public virtual int Length => -1;

    /// <summary>Three-way order against another value; null if they have no order.</summary>
    public virtual int? CompareTo(Value other) => null;

    /// <summary>Starlark's <c>==</c> with any other value.</summary>
    public virtual bool Equals(Value other) => ReferenceEquals(this, other.Ref);

    /// <summary>A hash that agrees with <see cref="Equals(Value)"/>.</summary>
    public virtual int Hash() =>
        IsHashable
            ? System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this)
            : throw StarlarkException.Create($"unhashable type: '{TypeName}'");

    /// <summary>Makes this value and everything reachable from it immutable. May be called more than once.</summary>
    public virtual void Freeze()
    {
    }

    public override string ToString() => Value.FromObject(this).ToString();
}
