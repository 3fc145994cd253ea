namespace TfNative.Starlark;

/// <summary>Methods of bytes.</summary>
internal static class BytesMethods
{
    public static MethodTable Table { get; } = new(
        new Builtin("elems", "", static (in CallContext c) => new BytesElements((StarlarkBytes)c.Self.Ref!)));

    /// <summary>What <c>b.elems()</c> gives: the bytes as ints.</summary>
    private sealed class BytesElements(StarlarkBytes bytes) : StarlarkObject
    {
        public override string TypeName => "bytes.elems";

        public override int Length => bytes.Length;

        public override IEnumerable<Value> Iterate()
        {
            for (int i = 0; i < bytes.Length; i++)
                yield return (int)bytes.Span[i];
        }

        public override void AppendRepr(System.Text.StringBuilder text)
        {
            bytes.AppendRepr(text);
            text.Append(".elems()");
        }
    }
}
