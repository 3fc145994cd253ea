namespace TfNative.Bazel;

/// <summary>A value that is an instance of a provider.</summary>
public interface IProviderInstance
{
    /// <summary>The provider; null for plain structs.</summary>
    ProviderType? Provider { get; }
}
