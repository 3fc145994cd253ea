using System.Text;

namespace TfNative.Bazel;

/// <summary>
/// Lays declared repositories out on disk. One that is used as it is stays where it is; one with files laid over it, or
/// patches, becomes a folder of links in which only what differs is a file of its own.
/// </summary>
internal sealed class RepositoryMaterializer(string outputBase, IFileSystem files)
{
    /// <exception cref="BazelException"><see cref="BazelErrorCode.InvalidRepository"/>.</exception>
    public Repository Materialize(RepositoryDeclaration declaration, RepositorySet repositories)
    {
        if (declaration.Path is null)
            throw Invalid(declaration, "has neither a Path nor a Rule");
        if (!Directory.Exists(declaration.Path))
            throw Invalid(declaration, $"has the Path '{declaration.Path}', which does not exist");
        string path = declaration.Path.TrimEnd('/');
        string? buildFile = declaration.BuildFile is { Length: > 0 } file ? ResolveFile(file, declaration, repositories) : null;
        var name = new RepositoryName(declaration.Name);
        if (declaration.LinkFiles.Count == 0 && declaration.Patches.Count == 0)
            return new(name, path, buildFile, Mapping(declaration));

        string root = $"{outputBase}/external/{declaration.Name}";
        string recipe = Recipe(declaration, repositories, path);
        var stamp = new OverlayStamp($"{outputBase}/external/@{declaration.Name}.stamp", files);
        if (!Directory.Exists(root) || !stamp.Holds(recipe))
        {
            Directory.CreateDirectory($"{outputBase}/external");
            stamp.Delete();
            OverlayFolder overlay = LayOut(declaration, repositories, path, root);
            stamp.Write(recipe, overlay.LinkedFolders, overlay.ReadFiles);
        }

        return new(name, root, buildFile, Mapping(declaration));
    }

    private OverlayFolder LayOut(RepositoryDeclaration declaration, RepositorySet repositories, string path, string root)
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
        Directory.CreateDirectory(root);
        var overlay = new OverlayFolder(root);
        overlay.LinkAll(path);
        foreach (string link in declaration.LinkFiles)
        {
            int equals = link.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw Invalid(declaration, $"has the link file '{link}', which should read 'path in the repository=file or label'");
            overlay.Link(link[..equals], ResolveFile(link[(equals + 1)..], declaration, repositories));
        }

        foreach (string patch in declaration.Patches)
        {
            string patchFile = ResolveFile(patch, declaration, repositories);
            try
            {
                foreach (PatchedFile changed in PatchApplier.Apply(files.ReadAllBytes(patchFile), patchFile, declaration.PatchStrip, overlay.Read))
                    overlay.Write(changed);
            }
            catch (PatchException e)
            {
                throw new BazelException(e.Code, $"patching @{declaration.Name}: {e.Message}", inner: e);
            }
        }

        return overlay;
    }

    /// <summary>A label of the main or another repository, or a path.</summary>
    public static string ResolveFile(string text, RepositoryDeclaration declaration, RepositorySet repositories)
    {
        string path = text;
        if (text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith('@'))
        {
            Label label = Label.Parse(text, PackageId.MainRoot, repositories.MappingFor(repositories.Main));
            path = PackageId.Join(PackageId.Join(repositories.Get(label.Repository).Root, label.Package.Path), label.Name);
        }

        return File.Exists(path) ? path : throw Invalid(declaration, $"names the file '{text}', which does not exist ({path})");
    }

    /// <summary>All that the laid out folder depends on; it is made again when this changes.</summary>
    private string Recipe(RepositoryDeclaration declaration, RepositorySet repositories, string path)
    {
        var text = new StringBuilder().Append("3\n").Append(path).Append('\n').Append(declaration.PatchStrip).Append('\n');
        foreach (string file in declaration.LinkFiles.Concat(declaration.Patches))
        {
            string source = file[(file.IndexOf('=', StringComparison.Ordinal) + 1)..];
            string resolved = ResolveFile(source, declaration, repositories);
            text.Append(file).Append(' ').Append(resolved);
            // A link shows what is behind it; a patch has gone into other files.
            if (declaration.Patches.Contains(file))
                text.Append(' ').Append(OverlayStamp.Content(files, resolved));
            text.Append('\n');
        }

        return text.ToString();
    }

    internal static Dictionary<string, string> Mapping(RepositoryDeclaration declaration) => declaration.RepositoryMapping
        .Select(m => m.Split('=', 2))
        .ToDictionary(m => m[0].TrimStart('@'), m => m[^1].TrimStart('@'), StringComparer.Ordinal);

    internal static BazelException Invalid(RepositoryDeclaration declaration, string problem) => new(
        BazelErrorCode.InvalidRepository,
        $"the BazelRepository item '{declaration.Name}'{(declaration.DeclaredIn is { } file ? $" in {file}" : "")} {problem}");
}
