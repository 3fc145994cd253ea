namespace TfNative.Provisioning.Tests.Fakes;

/// <summary>A mirror, a lock file and an empty cache of one test.</summary>
internal sealed class SourcesFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment = [];

    public SourcesFixture()
    {
        Mirror = new DebianMirror(folder["mirror"]);
        environment["TFNATIVE_SOURCES"] = Cache;
    }

    public DebianMirror Mirror { get; }

    public string Cache => folder["cache"];

    public string Lock => folder["sources.lock.json"];

    public string AptLists => folder["mirror", "machine", "lists"];

    public string AptSources => folder["mirror", "machine", "sources.list.d"];

    public string Archive(LockEntry entry) => Path.Combine(Cache, "archives", entry.File);

    public string Tree(LockEntry entry, params ReadOnlySpan<string> parts) =>
        Path.Combine([Cache, "tree", $"{entry.Name[(entry.Name.LastIndexOf('/') + 1)..]}-{entry.Version}", .. parts]);

    /// <summary>Writes the lock file and the mirror's indices.</summary>
    public void Pin(bool deb822, params IEnumerable<LockEntry> entries)
    {
        LockEntry.WriteAll(Lock, entries);
        environment["APT_CONFIG"] = Mirror.AptConfiguration(deb822);
    }

    /// <inheritdoc cref="Pin(bool, IEnumerable{LockEntry})"/>
    public void Pin(params IEnumerable<LockEntry> entries) => Pin(deb822: false, entries);

    /// <summary>Pins one archive and lays it into the cache, as a run that ended after the download would have.</summary>
    public LockEntry PinDownloaded(string name, string version, byte[] archive)
    {
        var entry = new LockEntry(name, version, $"{name}-{version}.tgz", archive.Length, Archives.Sha256(archive), "npm");
        Pin(entry);
        Directory.CreateDirectory(Path.GetDirectoryName(Archive(entry))!);
        File.WriteAllBytes(Archive(entry), archive);
        return entry;
    }

    /// <summary>Puts a command before all others on the script's PATH.</summary>
    public void AddCommand(string name, string text)
    {
        Directory.CreateDirectory(folder["bin"]);
        File.WriteAllText(folder["bin", name], "#!/bin/bash\n" + text);
        File.SetUnixFileMode(folder["bin", name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        environment["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>Runs build/get-sources.sh with this lock file and cache.</summary>
    public Task<ScriptResult> GetSourcesAsync(params IEnumerable<string> arguments) =>
        Script.RunAsync([Path.Combine(Script.Folder, "get-sources.sh"), "--lock", Lock, .. arguments], environment);

    /// <summary>The same after a shell command, such as a limit.</summary>
    public Task<ScriptResult> GetSourcesAfterAsync(string command) =>
        Script.RunAsync(["-c", $"{command} && exec bash '{Script.Folder}get-sources.sh' --lock '{Lock}'"], environment);

    public void Dispose() => folder.Dispose();
}
