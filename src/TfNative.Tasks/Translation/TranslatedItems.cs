using System.Text.Json;

namespace TfNative.Tasks.Translation;

/// <summary>The items that the last translation gave, kept beside its action graph: a build that does not translate
/// again gives the same.</summary>
internal sealed record TranslatedItems
{
    public required IReadOnlyList<TranslatedItem> CompileActions { get; init; }

    public required IReadOnlyList<TranslatedItem> LinkActions { get; init; }

    public required IReadOnlyList<TranslatedItem> GenerateActions { get; init; }

    public required IReadOnlyList<TranslatedItem> NativeOutputs { get; init; }

    /// <summary>What licenses() says, by package.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Licenses { get; init; }

    /// <returns>Null when there are none or they cannot be read, which is no reason to fail: they are made anew.</returns>
    public static TranslatedItems? Load(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<TranslatedItems>(stream);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Written beside its place and moved there, so that a stopped build leaves the old one or none.</summary>
    public void Save(string path)
    {
        string written = path + ".new";
        using (FileStream stream = File.Create(written))
            JsonSerializer.Serialize(stream, this);
        File.Move(written, path, overwrite: true);
    }
}
