namespace TfNative.Provisioning.Tests.Fakes;

/// <summary>One line of a lock file that a test writes.</summary>
internal sealed record LockEntry(string Name, string Version, string File, long Size, string Sha256, string Kind)
{
    public string Group { get; init; } = "default";

    public override string ToString() =>
        $$"""
        {"name": "{{Name}}", "version": "{{Version}}", "file": "{{File}}", "size": {{Size}}, "sha256": "{{Sha256}}", "kind": "{{Kind}}", "suite": "sid", "group": "{{Group}}", "purpose": "test"}
        """;

    /// <summary>Writes a lock file in the form of build/sources.lock.json: one object a line.</summary>
    public static void WriteAll(string path, IEnumerable<LockEntry> entries) =>
        System.IO.File.WriteAllText(path, $"[\n  {string.Join(",\n  ", entries)}\n]\n");
}
