using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Notes the map_each functions that have to be called when actions run, and the folders that they are called for.</summary>
internal sealed class ArgumentFunctionUses(BzlLoader bzl, RepositorySet repositories, IFileSystem files)
{
    private readonly Dictionary<string, ArgumentFolder> folders = [];
    private readonly Dictionary<Label, string> digests = [];

    /// <summary>What to find the functions again with; null when there are none.</summary>
    public ArgumentFunctions? Collect() => folders.Count == 0 ? null : new(
        repositories.Main.Root,
        repositories.MainName,
        [.. repositories.Ready.Select(r => new ArgumentRepository(r.Name.Name, r.Root, r.Mapping))],
        folders);

    /// <param name="map">The function.</param>
    /// <param name="directory">What it is called for.</param>
    /// <returns>What names the function; another name whenever its file, or one that it loads, is another.</returns>
    /// <exception cref="StarlarkException">It is no global function of a .bzl file.</exception>
    public string Use(Value map, FileValue directory)
    {
        if (map.As<StarlarkFunction>() is not { Module.HostData: Label file } function
            || !function.Module.TryGetGlobal(function.Name, out Value global) || global.As<StarlarkFunction>() != function)
        {
            throw StarlarkException.Create(
                $"map_each is called for the files of the directory '{directory.Path}' when the action runs: it must be a function that a def at the top level of a .bzl file makes");
        }

        folders[directory.Path] = new(directory.Owner.ToString(), directory.Root);
        return $"{file}%{function.Name}#{DigestOf(file)}";
    }

    private string DigestOf(Label file)
    {
        if (digests.TryGetValue(file, out string? known))
            return known;
        LoadedFile loaded = bzl.Load(file, ArgumentFunctions.Asker);
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (Label part in loaded.Loads.Append(file).OrderBy(l => l.ToString(), StringComparer.Ordinal))
            hash.AppendData(files.ReadAllBytes(bzl.PathOf(part)));
        return digests[file] = Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
