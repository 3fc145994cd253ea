using System.Text.Json;

namespace TfNative.Tasks.Translation;

/// <summary>The last translation of a project: what was asked, what was read, and what came of it. While nothing of the
/// first two has changed, no BUILD file is read again.</summary>
internal sealed record TranslationRecord
{
    /// <summary>Hash of the request and of the program that answered it.</summary>
    public required string Key { get; init; }

    /// <summary>When the translation began, in ticks of UTC.</summary>
    public required long Began { get; init; }

    public required IReadOnlyList<InputStamp> Inputs { get; init; }

    public required IReadOnlyList<TranslatedItem> CompileActions { get; init; }

    public required IReadOnlyList<TranslatedItem> LinkActions { get; init; }

    public required IReadOnlyList<TranslatedItem> GenerateActions { get; init; }

    public required IReadOnlyList<TranslatedItem> NativeOutputs { get; init; }

    /// <returns>The record; null when there is none or it cannot be read, which is no reason to fail: it is made anew.</returns>
    public static TranslationRecord? Load(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<TranslationRecord>(stream);
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

    /// <returns>Null when the record still holds, otherwise why it does not.</returns>
    public string? WhyOutdated(string key)
    {
        if (key != Key)
            return "the project's items, its properties or the SDK have changed";
        InputStamp? changed = Inputs.AsParallel().AsOrdered().FirstOrDefault(input => !input.IsCurrent(Began));
        return changed is null ? null : $"{changed.Path} has changed";
    }
}
