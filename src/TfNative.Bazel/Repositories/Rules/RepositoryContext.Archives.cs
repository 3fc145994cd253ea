using System.Security.Cryptography;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Archives and downloads: nothing comes from a network, only from files that the project declares.</summary>
internal sealed partial class RepositoryContext
{
    private Value Extract(in CallContext c)
    {
        string archive = Resolve(c[0]);
        inputs.AddFile(archive);
        ArchiveExtractor.Extract(archive, Path.GetFullPath(c[1].ToString(), root), c.String(6), c.String(2) + c.String(3), host.Environment["PATH"]);
        return Value.None;
    }

    private Value Download(in CallContext c)
    {
        if (Find(c[0], mayFail: c[4].Truth) is not { } download)
            return new StructValue([new("success", false)]);
        string sha256 = Check(download.Path, c.String(2), c.String(8));
        string output = folder.Prepare(Output(c[1]));
        File.Copy(download.Path, output);
        if (c[3].Truth && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(output, File.GetUnixFileMode(output) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return Downloaded(sha256);
    }

    private Value DownloadAndExtract(in CallContext c)
    {
        if (Find(c[0], mayFail: c[5].Truth) is not { } download)
            return new StructValue([new("success", false)]);
        string output = Path.GetFullPath(c[1].ToString(), root);
        string strip = c.String(4) + c.String(11);
        if (Directory.Exists(download.Path))
        {
            // Unpacked already; its hash can no longer be known.
            string from = strip.Length > 0 && Directory.Exists($"{download.Path}/{strip}") ? $"{download.Path}/{strip}" : download.Path;
            Directory.CreateDirectory(output);
            foreach (FileSystemInfo entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
                File.CreateSymbolicLink($"{output}/{entry.Name}", entry.FullName);
            return Downloaded("");
        }

        string sha256 = Check(download.Path, c.String(2), c.String(9));
        string type = c.String(3) is { Length: > 0 } given ? given : Path.GetFileName(download.Path);
        ArchiveExtractor.Extract(download.Path, output, type, strip, host.Environment["PATH"]);
        return Downloaded(sha256);
    }

    private RepositoryDownload? Find(Value url, bool mayFail)
    {
        string[] urls = url.AsString() is { } one ? [one] : [.. (SequenceReader.Of(url) ?? []).Select(u => u.ToString())];
        RepositoryDownload? download = urls.Select(host.FindDownload).FirstOrDefault(d => d is not null);
        if (download is null && !mayFail)
        {
            throw new BazelException(
                BazelErrorCode.DownloadNotDeclared,
                $"repository rule of @{name} wants to download {string.Join(" or ", urls)}, and nothing is ever downloaded; get it by other means and "
                + $"add an item: <BazelRepositoryDownload Include=\"{urls.FirstOrDefault()}\" Path=\"the file, or the folder that it was unpacked to\" />");
        }

        if (download is not null && !File.Exists(download.Path) && !Directory.Exists(download.Path))
            throw Failed($"the BazelRepositoryDownload item '{download.Url}' has the Path '{download.Path}', which does not exist");
        return download;
    }

    /// <returns>The file's SHA-256.</returns>
    private string Check(string path, string sha256, string integrity)
    {
        inputs.AddFile(path);
        byte[] content = File.ReadAllBytes(path);
        byte[] actual = SHA256.HashData(content);
        bool right = (sha256.Length == 0 || sha256.Equals(Convert.ToHexStringLower(actual), StringComparison.OrdinalIgnoreCase))
            && integrity switch
            {
                "" => true,
                ['s', 'h', 'a', '2', '5', '6', '-', .. string expected] => expected == Convert.ToBase64String(actual),
                ['s', 'h', 'a', '3', '8', '4', '-', .. string expected] => expected == Convert.ToBase64String(SHA384.HashData(content)),
                ['s', 'h', 'a', '5', '1', '2', '-', .. string expected] => expected == Convert.ToBase64String(SHA512.HashData(content)),
                _ => throw Failed($"cannot check the integrity '{integrity}'; want sha256-, sha384- or sha512-"),
            };
        return right ? Convert.ToHexStringLower(actual) : throw new BazelException(
            BazelErrorCode.ChecksumMismatch,
            $"repository rule of @{name}: {path} has the SHA-256 {Convert.ToHexStringLower(actual)}, but the rule wants {(sha256.Length > 0 ? sha256 : integrity)}; it is another file than the rule is written for");
    }

    private static StructValue Downloaded(string sha256) => new(
    [
        new("success", true), new("sha256", sha256),
        new("integrity", sha256.Length == 0 ? "" : "sha256-" + Convert.ToBase64String(Convert.FromHexString(sha256))),
    ]);
}
