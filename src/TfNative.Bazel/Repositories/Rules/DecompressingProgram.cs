using System.Diagnostics;
using System.IO.Compression;
using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Reads compressed archives: gzip by .NET, the others by the programs that every system has for them.</summary>
internal static class DecompressingProgram
{
    private static readonly (string Program, string[] Endings)[] Programs =
    [
        ("xz", [".tar.xz", ".txz"]),
        ("bzip2", [".tar.bz2", ".tbz"]),
        ("zstd", [".tar.zst", ".tzst"]),
    ];

    /// <summary>Hands the contents of a tar archive to a reader.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="name">Its name, by which its compression is known.</param>
    /// <param name="searchPath">Where programs are looked for.</param>
    /// <exception cref="BazelException">The compression is not known, its program is missing, or the archive is broken.</exception>
    public static T Read<T>(string archive, string name, string searchPath, Func<Stream, T> read)
    {
        using FileStream file = File.OpenRead(archive);
        if (HasEnding(name, ".tar"))
            return read(file);
        if (HasEnding(name, ".tar.gz", ".tgz"))
        {
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            return read(gzip);
        }

        string program = Programs.FirstOrDefault(p => HasEnding(name, p.Endings)).Program ?? throw new BazelException(
            BazelErrorCode.RepositoryRuleFailed,
            $"cannot unpack '{archive}': only .zip, .tar, .tar.gz, .tar.xz, .tar.bz2 and .tar.zst are unpacked; unpack it yourself and declare the folder");
        string path = SearchPath.Find(program, searchPath) ?? throw new BazelException(
            BazelErrorCode.RepositoryRuleFailed,
            $"cannot unpack '{archive}': the program {program} is not installed; install it, or unpack the archive yourself and declare the folder");
        return ReadBy(path, archive, read);
    }

    public static bool HasEnding(string name, params string[] endings) => endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static T ReadBy<T>(string program, string archive, Func<Stream, T> read)
    {
        var start = new ProcessStartInfo(program, ["-dc", archive]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            T result = read(process.StandardOutput.BaseStream);
            // A tar archive may end before its file does.
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
            process.WaitForExit();
            return process.ExitCode == 0 ? result : throw new InvalidDataException(error.Result.Trim());
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            process.WaitForExit();
            string reason = error.Result.Trim() is { Length: > 0 } said ? said : e.Message;
            throw new BazelException(BazelErrorCode.RepositoryRuleFailed, $"cannot unpack '{archive}': {reason}", inner: e);
        }
    }
}
