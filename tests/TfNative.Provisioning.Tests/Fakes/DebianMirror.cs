using System.Text;

namespace TfNative.Provisioning.Tests.Fakes;

/// <summary>
/// A Debian archive in a folder, with one suite, that apt reads like a mirror. It is not signed; <see cref="AptConfiguration"/>
/// plays the machine's own apt configuration, which allows that.
/// </summary>
internal sealed class DebianMirror(string folder)
{
    private readonly StringBuilder sources = new();
    private readonly StringBuilder packages = new();

    /// <summary>Adds an upstream tarball of a source package at Debian revision 1.</summary>
    public LockEntry AddSource(string name, string version, byte[] tarball)
    {
        var entry = Add($"{name}_{version}.orig.tar.gz", name, version, "debian-source", tarball);
        sources.Append(
            $"""
            Package: {name}
            Binary: {name}
            Version: {version}-1
            Maintainer: Test <test@example.org>
            Architecture: any
            Format: 3.0 (quilt)
            Checksums-Sha256:
             {entry.Sha256} {entry.Size} {entry.File}
            Directory: pool
            Priority: optional
            Section: misc


            """);
        return entry;
    }

    /// <summary>Adds a binary package.</summary>
    public LockEntry AddPackage(string name, string version, byte[] deb)
    {
        var entry = Add($"{name}_{version}_all.deb", name, version, "debian-package", deb);
        packages.Append(
            $"""
            Package: {name}
            Version: {version}
            Architecture: all
            Maintainer: Test <test@example.org>
            Description: test
            Filename: pool/{entry.File}
            Size: {entry.Size}
            SHA256: {entry.Sha256}


            """);
        return entry;
    }

    /// <summary>Writes the indices of what was added, and the machine's apt configuration; gives that file's path.</summary>
    /// <param name="deb822">Whether the configuration is in the newer of apt's two formats.</param>
    public string AptConfiguration(bool deb822 = false)
    {
        var indices = new Dictionary<string, string>
        {
            ["main/source/Sources"] = sources.ToString(),
            ["main/binary-amd64/Packages"] = packages.ToString(),
        };
        var release = new StringBuilder("Suite: sid\nCodename: sid\nArchitectures: amd64 all\nComponents: main\nDate: Thu, 01 Jan 2026 00:00:00 UTC\nSHA256:\n");
        foreach (var (path, text) in indices)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Write(Path.Combine(folder, "dists", "sid", path), bytes);
            release.Append($" {Archives.Sha256(bytes)} {bytes.Length} {path}\n");
        }

        Write(Path.Combine(folder, "dists", "sid", "Release"), Encoding.UTF8.GetBytes(release.ToString()));

        var machine = Path.Combine(folder, "machine");
        var list = deb822
            ? $"Types: deb\nURIs: copy:{folder}\nSuites: sid\nComponents: main\n"
            : $"# the mirror\ndeb [arch=amd64] copy:{folder} sid main\n";
        Write(Path.Combine(machine, "sources.list.d", deb822 ? "debian.sources" : "debian.list"), Encoding.UTF8.GetBytes(list));
        Directory.CreateDirectory(Path.Combine(machine, "lists", "partial"));
        var configuration = Path.Combine(machine, "apt.conf");
        Write(configuration, Encoding.UTF8.GetBytes(
            $"""
            Dir::Etc::sourcelist "/dev/null";
            Dir::Etc::sourceparts "{machine}/sources.list.d/";
            Dir::State::lists "{machine}/lists/";
            APT::Architecture "amd64";
            APT::Get::AllowUnauthenticated "true";
            Acquire::AllowInsecureRepositories "true";

            """));
        return configuration;
    }

    /// <summary>Where the mirror keeps a file, to damage or remove it.</summary>
    public string PathOf(LockEntry entry) => Path.Combine(folder, "pool", entry.File);

    private LockEntry Add(string file, string name, string version, string kind, byte[] bytes)
    {
        Write(Path.Combine(folder, "pool", file), bytes);
        return new LockEntry(name, version, file, bytes.Length, Archives.Sha256(bytes), kind);
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
