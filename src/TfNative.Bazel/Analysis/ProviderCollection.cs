using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What a configured target tells those that depend on it: one instance of each of its providers.</summary>
public sealed class ProviderCollection
{
    private readonly Dictionary<ProviderType, StarlarkObject> instances = [];

    public IReadOnlyDictionary<ProviderType, StarlarkObject> All => instances;

    /// <param name="instance">Must be an instance of a provider.</param>
    /// <returns>This collection.</returns>
    public ProviderCollection Add(StarlarkObject instance)
    {
        ProviderType provider = ((IProviderInstance)instance).Provider
            ?? throw new ArgumentException("a plain struct is no provider instance", nameof(instance));
        instances[provider] = instance;
        return this;
    }

    public StarlarkObject? Get(ProviderType provider) => instances.GetValueOrDefault(provider);

    public bool Has(StarlarkObject provider) => provider is ProviderType type && instances.ContainsKey(type);
}
