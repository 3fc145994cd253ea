namespace TfNative.Tasks.Translation;

/// <summary>The items that a translation gave, kept beside its action graph (<see cref="TranslatedItemsFile"/>): a build that
/// does not translate again gives the same.</summary>
internal sealed record TranslatedItems
{
    public required IReadOnlyList<TranslatedItem> CompileActions { get; init; }

    public required IReadOnlyList<TranslatedItem> LinkActions { get; init; }

    public required IReadOnlyList<TranslatedItem> GenerateActions { get; init; }

    public required IReadOnlyList<TranslatedItem> NativeOutputs { get; init; }

    /// <summary>What licenses() says, by package.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Licenses { get; init; }
}
