using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace TfNative.Provisioning.Tests.Fakes;

/// <summary>Makes small archives like those that registries serve.</summary>
internal static class Archives
{
    /// <summary>A .tar.gz whose entries have the given paths, each with its own path as text.</summary>
    public static byte[] TarGz(params IEnumerable<string> paths) => TarGz(paths.Select(path => (path, Encoding.UTF8.GetBytes(path))));

    /// <summary>A .tar.gz of files.</summary>
    public static byte[] TarGz(IEnumerable<(string Path, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (path, content) in files)
                tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content) });
        }

        return bytes.ToArray();
    }

    /// <summary>A Debian package with one file: an ar archive of version, control and data.</summary>
    public static byte[] Deb(string name, string version, string path)
    {
        var control = $"Package: {name}\nVersion: {version}\nArchitecture: all\nMaintainer: Test <test@example.org>\nDescription: test\n";
        using var bytes = new MemoryStream();
        bytes.Write("!<arch>\n"u8);
        Member(bytes, "debian-binary", "2.0\n"u8);
        Member(bytes, "control.tar.gz", TarGz([("./control", Encoding.UTF8.GetBytes(control))]));
        Member(bytes, "data.tar.gz", TarGz([("./" + path, Encoding.UTF8.GetBytes(path))]));
        return bytes.ToArray();
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Member(MemoryStream archive, string name, ReadOnlySpan<byte> content)
    {
        archive.Write(Encoding.ASCII.GetBytes($"{name,-16}{0,-12}{0,-6}{0,-6}{"100644",-8}{content.Length,-10}`\n"));
        archive.Write(content);
        if (content.Length % 2 != 0)
            archive.WriteByte((byte)'\n');
    }
}
