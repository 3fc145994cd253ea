using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>provider() (https://bazel.build/rules/lib/globals/bzl#provider).</summary>
internal static class ProviderFunction
{
    public static readonly Builtin Instance = new("provider", "doc=None, *, fields=None, init=None", static (in CallContext c) =>
    {
        IReadOnlyList<string>? fields = c[1].IsNone ? null
            : c[1].As<StarlarkDict>() is { } documented ? [.. documented.Keys.Select(k => k.AsString()!)]
            : SequenceReader.Strings(c, 1);
        var provider = new ProviderType("", fields, c[2].IsNone ? Value.Unbound : c[2]);
        return c[2].IsNone ? provider : StarlarkTuple.Create(provider, new RawConstructor(provider));
    });

    /// <summary>The second value of provider(init = ...): makes instances without calling init.</summary>
    private sealed class RawConstructor(ProviderType provider) : StarlarkObject, IStarlarkCallable
    {
        public override string TypeName => "builtin_function_or_method";

        public string Name => provider.Name;

        public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs) =>
            provider.CallRaw(thread, args, kwargs);
    }
}
