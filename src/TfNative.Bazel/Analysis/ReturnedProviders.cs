using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Reads what the implementation of a Starlark rule or aspect returns: provider instances.</summary>
internal static class ReturnedProviders
{
    /// <param name="what">For errors: "a rule" or "an aspect".</param>
    /// <exception cref="BazelException">Something else was returned.</exception>
    public static IEnumerable<StarlarkObject> Read(RuleContext context, Value result, string what)
    {
        if (result.IsNone)
            yield break;
        IReadOnlyList<Value> returned = result.As<StarlarkObject>() is IProviderInstance single
            ? single.Provider is not null ? [result] : OfStruct(result.As<StructValue>()!)
            : SequenceReader.Of(result) ?? [result];
        foreach (Value value in returned)
        {
            yield return value.As<StarlarkObject>() is IProviderInstance { Provider: not null } instance
                ? (StarlarkObject)instance
                : throw context.Error(BazelErrorCode.RuleFailed, $"{what} must return provider instances, got {value.TypeName}");
        }
    }

    /// <summary>The old form struct(providers = [...]); its other fields are for consumers that are gone.</summary>
    private static IReadOnlyList<Value> OfStruct(StructValue legacy) =>
        legacy.Fields.TryGetValue("providers", out Value providers) ? SequenceReader.Of(providers) ?? [] : [];
}
