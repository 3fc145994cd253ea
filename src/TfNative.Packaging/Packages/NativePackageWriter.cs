using System.Text;
using NuGet.Packaging;
using NuGet.Packaging.Licenses;
using NuGet.Versioning;

namespace TfNative.Packaging;

/// <summary>
/// Writes NuGet packages of native libraries: one, or one for each runtime identifier with a package that leads to them by
/// runtime.json where one would be too large. Equal input gives equal bytes.
/// </summary>
public static class NativePackageWriter
{
    // The earliest that a zip file can tell: no time of packing or of a file gets in.
    private const string EarliestTime = "1980-01-01T00:00:00Z";

    /// <param name="specification">What to pack.</param>
    /// <param name="folder">Gets the .nupkg files; made if need be.</param>
    /// <returns>Absolute paths of the packages, the one that projects reference first.</returns>
    public static IReadOnlyList<string> Write(NativePackageSpecification specification, string folder)
    {
        Directory.CreateDirectory(folder);
        string whole = WriteWhole(specification, folder);
        List<string> written = [whole];
        if (new FileInfo(whole).Length > specification.SplitAbove)
        {
            File.Delete(whole);
            written = WriteSplit(specification, folder);
        }

        if (specification.Symbols.Values.Any(s => s.Count > 0))
            written.Add(WriteSymbols(specification, folder));
        return written;
    }

    /// <summary>Writes what a package holds as files, for NuGet's own Pack: libraries, headers, documents.</summary>
    /// <param name="folder">Its own folder; what it had is removed.</param>
    /// <returns>Absolute paths of the files, and where each belongs in the package.</returns>
    public static IReadOnlyList<(string File, string PackagePath)> WriteFiles(NativePackageSpecification specification, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        PackageBuilder builder = BuildWhole(specification);
        var written = new List<(string, string)>();
        foreach (IPackageFile file in builder.Files.Where(file => !file.Path.EndsWith("_._", StringComparison.Ordinal)))
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream target = File.Create(path);
            using Stream source = file.GetStream();
            source.CopyTo(target);
            written.Add((path, file.Path));
        }

        return written;
    }

    private static string WriteWhole(NativePackageSpecification specification, string folder) => Save(BuildWhole(specification), folder);

    private static PackageBuilder BuildWhole(NativePackageSpecification specification)
    {
        PackageBuilder builder = Begin(specification, specification.Id);
        foreach (string identifier in specification.Libraries.Keys.Order(StringComparer.Ordinal))
            AddLibraries(builder, specification, identifier);
        AddTargets(builder, specification, _ => "../");
        AddHeaders(builder, specification);
        AddPkgConfigFiles(builder, specification, _ => "../");
        return builder;
    }

    private static List<string> WriteSplit(NativePackageSpecification specification, string folder)
    {
        PackageBuilder meta = Begin(specification, specification.Id);
        AddHeaders(meta, specification);
        // A package of its own for each runtime identifier, beside this one in the packages folder.
        string Root(string identifier) => $"../../../{RuntimeGraph.PackageId(specification.Id, identifier).ToLowerInvariant()}/{meta.Version!.ToNormalizedString().ToLowerInvariant()}/";
        AddTargets(meta, specification, Root);
        AddPkgConfigFiles(meta, specification, Root);
        meta.Files.Add(new MemoryPackageFile("runtime.json", RuntimeGraph.Write(specification)));
        var written = new List<string> { Save(meta, folder) };
        foreach (string identifier in specification.Libraries.Keys)
        {
            PackageBuilder builder = Begin(specification, RuntimeGraph.PackageId(specification.Id, identifier));
            AddLibraries(builder, specification, identifier);
            written.Add(Save(builder, folder));
        }

        return written;
    }

    private static string WriteSymbols(NativePackageSpecification specification, string folder)
    {
        PackageBuilder builder = Begin(specification, specification.Id + ".symbols");
        foreach ((string identifier, IReadOnlyDictionary<string, string> files) in specification.Symbols)
            AddFiles(builder, $"runtimes/{identifier}/native/", files);
        return Save(builder, folder);
    }

    private static PackageBuilder Begin(NativePackageSpecification specification, string id)
    {
        var builder = new PackageBuilder(deterministic: true)
        {
            Id = id,
            DeterministicTimestamp = EarliestTime,
            Version = NuGetVersion.Parse(specification.Version),
            Description = specification.Description,
            LicenseMetadata = new LicenseMetadata(
                LicenseType.Expression, specification.LicenseExpression, NuGetLicenseExpression.Parse(specification.LicenseExpression), [], LicenseMetadata.EmptyVersion),
        };
        builder.Authors.UnionWith(specification.Authors);
        builder.Tags.UnionWith(specification.Tags);
        builder.ProjectUrl = specification.ProjectUrl;
        builder.Copyright = specification.Copyright;
        foreach ((string name, byte[] content) in specification.Documents.OrderBy(d => d.Key, StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile(name, content));
        // Projects of any framework may reference it: the placeholder says so to NuGet.
        builder.Files.Add(new MemoryPackageFile("lib/netstandard2.0/_._", []));
        return builder;
    }

    private static void AddLibraries(PackageBuilder builder, NativePackageSpecification specification, string identifier)
    {
        AddFiles(builder, $"runtimes/{identifier}/native/", PackageLayout.Of(specification.Libraries[identifier]).Files);
        foreach ((string folder, IReadOnlyList<string> libraries) in VariantsOf(specification, identifier))
            AddFiles(builder, $"runtimes/{identifier}/{folder}", PackageLayout.Of(libraries).Files);
    }

    /// <summary>In the package that projects reference: NuGet imports none of those that runtime.json leads to.</summary>
    /// <param name="root">The folder of the package with the libraries of a runtime identifier, from that of the targets.</param>
    private static void AddTargets(PackageBuilder builder, NativePackageSpecification specification, Func<string, string> root)
    {
        var links = new List<(string Runtime, string Folder, string Link, string Target)>();
        var variants = new List<(string Runtime, string Folder, string Path)>();
        foreach ((string identifier, IReadOnlyList<string> libraries) in specification.Libraries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            links.AddRange(PackageLayout.Of(libraries).Links.Select(link => (identifier, "", link.Key, link.Value)));
            foreach ((string folder, IReadOnlyList<string> ofVariant) in VariantsOf(specification, identifier))
            {
                PackageLayout layout = PackageLayout.Of(ofVariant);
                links.AddRange(layout.Links.Select(link => (identifier, folder, link.Key, link.Value)));
                variants.AddRange(layout.Files.Keys.Select(name => (identifier, folder, $"{root(identifier)}runtimes/{identifier}/{folder}{name}")));
            }
        }

        string targets = $"{builder.Id}.targets", variantTargets = $"{builder.Id}.variants.targets";
        if (links.Count + variants.Count > 0)
            builder.Files.Add(new MemoryPackageFile("buildTransitive/" + targets, LinkTargets.Write(builder.Id, links, variants.Count > 0 ? variantTargets : null)));
        if (variants.Count > 0)
        {
            builder.Files.Add(new MemoryPackageFile("buildTransitive/" + variantTargets, VariantTargets.Write(builder.Id, variants)));
            builder.Files.Add(new MemoryPackageFile("buildTransitive/" + VariantTargets.ResolverName, specification.VariantResolver));
        }
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> VariantsOf(NativePackageSpecification specification, string identifier) =>
        specification.Variants.TryGetValue(identifier, out IReadOnlyDictionary<string, IReadOnlyList<string>>? folders)
            ? folders.OrderBy(folder => folder.Key, StringComparer.Ordinal)
            : [];

    /// <param name="folder">In the package, with a '/' at its end.</param>
    /// <param name="files">Paths below it, to absolute paths.</param>
    private static void AddFiles(PackageBuilder builder, string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach ((string name, string path) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile(folder + name, File.ReadAllBytes(path)));
    }

    private static void AddHeaders(PackageBuilder builder, NativePackageSpecification specification)
    {
        foreach ((string path, string file) in specification.Headers.OrderBy(h => h.Key, StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile("build/native/include/" + path, File.ReadAllBytes(file)));
        if (specification.Headers.Count > 0)
            builder.Files.Add(new MemoryPackageFile($"build/native/{specification.Id}.props", Encoding.UTF8.GetBytes(IncludeProps)));
    }

    /// <summary>One for each runtime identifier: it leads to headers that all have, and to libraries of its own.</summary>
    /// <param name="root">As for the targets, which lie as deep as build/native is less one.</param>
    private static void AddPkgConfigFiles(PackageBuilder builder, NativePackageSpecification specification, Func<string, string> root)
    {
        foreach ((string identifier, IReadOnlyList<string> files) in specification.PkgConfigFiles.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            IReadOnlyDictionary<string, string> links = PackageLayout.Of(specification.Libraries.GetValueOrDefault(identifier) ?? []).Links;
            foreach (string file in files.Order(StringComparer.Ordinal))
            {
                string text = PkgConfigFile.Move(File.ReadAllText(file), $"../{root(identifier)}runtimes/{identifier}/native", links);
                builder.Files.Add(new MemoryPackageFile($"build/native/pkgconfig/{identifier}/{Path.GetFileName(file)}", Encoding.UTF8.GetBytes(text)));
            }
        }
    }

    // For C++ projects that MSBuild builds.
    private const string IncludeProps = """
        <Project>
          <ItemDefinitionGroup>
            <ClCompile>
              <AdditionalIncludeDirectories>$(MSBuildThisFileDirectory)include;%(AdditionalIncludeDirectories)</AdditionalIncludeDirectories>
            </ClCompile>
          </ItemDefinitionGroup>
        </Project>

        """;

    /// <summary>Beside its place and then moved, so that a package is there whole or not at all.</summary>
    private static string Save(PackageBuilder builder, string folder)
    {
        string path = Path.Combine(folder, $"{builder.Id}.{builder.Version!.ToNormalizedString()}.nupkg");
        string half = path + ".new";
        using (FileStream stream = File.Create(half))
            builder.Save(stream);
        File.Move(half, path, overwrite: true);
        return path;
    }
}
