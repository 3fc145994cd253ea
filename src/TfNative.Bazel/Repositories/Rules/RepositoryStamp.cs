using System.Text.Json;

namespace TfNative.Bazel;

/// <summary>Lies beside a repository that a rule made, and tells what it was made of.</summary>
/// <param name="Recipe">The rule, its attributes and what the project allows.</param>
/// <param name="Mapping">The names that the repository's files use for others.</param>
/// <param name="Inputs">What the rule looked at.</param>
internal sealed record RepositoryStamp(string Recipe, IReadOnlyDictionary<string, string> Mapping, RepositoryInputs Inputs)
{
    /// <summary>The stamp, or null where there is none that can be read.</summary>
    public static RepositoryStamp? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<RepositoryStamp>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this));
}
