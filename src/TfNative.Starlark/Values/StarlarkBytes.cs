using System.Text;

namespace TfNative.Starlark;

/// <summary>An immutable sequence of bytes.</summary>
public sealed class StarlarkBytes : StarlarkObject
{
    private readonly byte[] data;

    /// <summary>Takes over the array, which must not change any more.</summary>
    public StarlarkBytes(byte[] data) => this.data = data;

    public override string TypeName => "bytes";

    internal override MethodTable? Methods => BytesMethods.Table;

    public ReadOnlySpan<byte> Span => data;

    public override int Length => data.Length;

    public override bool Truth => data.Length > 0;

    public override bool TryIndex(Value key, out Value value)
    {
        value = (int)data[Indexing.Index(key, data.Length)];
        return true;
    }

    public override bool? Contains(Value element)
    {
        if (element.Ref is StarlarkBytes part)
            return Span.IndexOf(part.Span) >= 0;
        if (element.TryGetInt(out long value))
        {
            return value is >= 0 and <= 255
                ? Span.Contains((byte)value)
                : throw StarlarkException.Create($"int in bytes: {value} out of range");
        }
        throw StarlarkException.Create($"'in bytes' requires bytes or int as left operand, not {element.TypeName}");
    }

    public override bool Equals(Value other) => other.Ref is StarlarkBytes bytes && Span.SequenceEqual(bytes.Span);

    public override int? CompareTo(Value other) =>
        other.Ref is StarlarkBytes bytes ? Span.SequenceCompareTo(bytes.Span) : null;

    public override int Hash()
    {
        var hash = default(HashCode);
        hash.AddBytes(data);
        return hash.ToHashCode();
    }

    /// <summary>The text that the bytes encode in UTF-8; what is not valid becomes U+FFFD.</summary>
    public override void AppendStr(StringBuilder text) => text.Append(Encoding.UTF8.GetString(data));

    public override void AppendRepr(StringBuilder text)
    {
        text.Append("b\"");
        ReadOnlySpan<byte> rest = data;
        while (rest.Length > 0)
        {
            bool valid = Rune.DecodeFromUtf8(rest, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (valid && rune.Value >= ' ' && rune.Value is not ('"' or '\\' or 0x7f))
            {
                text.Append(rune.ToString());
            }
            else
            {
                foreach (byte b in rest[..length])
                    StringRepr.AppendEscaped(text, (char)b);
            }
            rest = rest[length..];
        }
        text.Append('"');
    }
}
