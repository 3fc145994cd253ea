using System.Formats.Tar;
using System.IO.Compression;

namespace TfNative.Bazel;

/// <summary>Unpacks archives for repository rules: .zip and .tar, compressed or not.</summary>
internal static class ArchiveExtractor
{
    /// <param name="archive">The file.</param>
    /// <param name="folder">Where to, absolute; made where it does not exist.</param>
    /// <param name="type">Such as "tar.gz"; "": by the file's name.</param>
    /// <param name="strip">A leading folder to leave out of names.</param>
    /// <param name="searchPath">Where programs that decompress are looked for.</param>
    /// <exception cref="BazelException">The type is not known, or nothing has the folder to strip.</exception>
    public static void Extract(string archive, string folder, string type, string strip, string searchPath)
    {
        string name = type.Length > 0 ? "." + type.TrimStart('.') : archive;
        strip = strip.Trim('/');
        bool any = false;
        if (DecompressingProgram.HasEnding(name, ".zip", ".jar", ".war", ".aar", ".nupkg", ".whl"))
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                if (Target(entry.FullName, strip, folder) is not { } path || entry.FullName.EndsWith('/'))
                    continue;
                any = true;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                entry.ExtractToFile(path, overwrite: true);
            }
        }
        else
        {
            any = DecompressingProgram.Read(archive, name, searchPath, stream => ExtractTar(stream, folder, strip));
        }

        if (!any)
            throw new BazelException(BazelErrorCode.RepositoryRuleFailed, $"nothing in '{archive}' is below the folder '{strip}' that is to be stripped");
    }

    private static bool ExtractTar(Stream stream, string folder, string strip)
    {
        bool any = false;
        using var reader = new TarReader(stream, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            if (Target(entry.Name, strip, folder) is not { } path)
                continue;
            any = true;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            switch (entry.EntryType)
            {
                case TarEntryType.Directory:
                    Directory.CreateDirectory(path);
                    break;
                case TarEntryType.SymbolicLink:
                    File.Delete(path);
                    File.CreateSymbolicLink(path, entry.LinkName);
                    break;
                case TarEntryType.HardLink when Target(entry.LinkName, strip, folder) is { } original:
                    File.Copy(original, path, overwrite: true);
                    break;
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                    entry.ExtractToFile(path, overwrite: true);
                    break;
            }
        }

        return any;
    }

    /// <summary>Where an entry goes; null where it is not below the stripped folder, or would land outside.</summary>
    private static string? Target(string name, string strip, string folder)
    {
        string relative = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        if (strip.Length > 0)
        {
            if (!relative.StartsWith(strip + "/", StringComparison.Ordinal))
                return null;
            relative = relative[(strip.Length + 1)..];
        }

        string path = Path.GetFullPath(relative.TrimEnd('/'), folder);
        return relative.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path : null;
    }
}
