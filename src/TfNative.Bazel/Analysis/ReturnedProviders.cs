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
        var seen = new HashSet<ProviderType>();
        foreach (Value value in returned)
        {
            if (value.As<StarlarkObject>() is not IProviderInstance { Provider: { } provider } instance)
                throw context.Error(BazelErrorCode.RuleFailed, $"{what} must return provider instances, got {value.TypeName}");
            if (!seen.Add(provider))
                throw context.Error(BazelErrorCode.RuleFailed, $"{what} returned several instances of the provider '{provider.Name}'; a target has one of each");
            yield return (StarlarkObject)instance;
        }
    }

    /// <summary>
    /// The old form, struct(files = ..., runfiles = ..., providers = [...], name = value): its other fields become fields of the target
    /// (https://bazel.build/extending/rules#migrating_from_legacy_providers).
    /// </summary>
    private static List<Value> OfStruct(StructValue legacy)
    {
        List<Value> providers = legacy.Fields.TryGetValue("providers", out Value given) ? [.. SequenceReader.Of(given) ?? []] : [];
        if (legacy.Fields.Keys.Any(IsDefault))
        {
            providers.Add(new DefaultInfoRequest(
                legacy.Fields.GetValueOrDefault("files").As<Depset>(),
                legacy.Fields.GetValueOrDefault("executable").As<FileValue>(),
                Runfiles.Empty.Merge(legacy.Fields.Where(f => f.Key.EndsWith("runfiles", StringComparison.Ordinal)).Select(f => f.Value.As<Runfiles>()).OfType<Runfiles>())));
        }

        if (legacy.Fields.TryGetValue("output_groups", out Value groups) && groups.As<StructValue>() is { } named)
        {
            providers.Add(new OutputGroupInfo(named.Fields.ToDictionary(
                g => g.Key, g => g.Value.As<Depset>() ?? Depset.Of(SequenceReader.Of(g.Value) ?? []), StringComparer.Ordinal)));
        }

        providers.Add(new StructValue(legacy.Fields.Where(f => f.Key is not ("providers" or "output_groups") && !IsDefault(f.Key)), BuiltinProviders.Legacy));
        return providers;

        static bool IsDefault(string field) => field is "files" or "runfiles" or "data_runfiles" or "default_runfiles" or "executable";
    }
}
