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
        AddLibraries(builder, specification.Libraries);
        AddLinks(builder, specification.Libraries);
        AddHeaders(builder, specification);
        return builder;
    }

    private static List<string> WriteSplit(NativePackageSpecification specification, string folder)
    {
        PackageBuilder meta = Begin(specification, specification.Id);
        AddHeaders(meta, specification);
        AddLinks(meta, specification.Libraries);
        meta.Files.Add(new MemoryPackageFile("runtime.json", RuntimeGraph.Write(specification)));
        var written = new List<string> { Save(meta, folder) };
        foreach ((string identifier, IReadOnlyList<string> libraries) in specification.Libraries)
        {
            PackageBuilder builder = Begin(specification, RuntimeGraph.PackageId(specification.Id, identifier));
            AddLibraries(builder, new Dictionary<string, IReadOnlyList<string>> { [identifier] = libraries });
            written.Add(Save(builder, folder));
        }

        return written;
    }

    private static string WriteSymbols(NativePackageSpecification specification, string folder)
    {
        PackageBuilder builder = Begin(specification, specification.Id + ".symbols");
        foreach ((string identifier, IReadOnlyList<string> files) in specification.Symbols)
            AddFiles(builder, identifier, files.Select(file => (Path.GetFileName(file), file)));
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

    private static void AddLibraries(PackageBuilder builder, IReadOnlyDictionary<string, IReadOnlyList<string>> libraries)
    {
        foreach ((string identifier, IReadOnlyList<string> paths) in libraries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            AddFiles(builder, identifier, PackageLayout.Of(paths).Files.Select(file => (file.Key, file.Value)));
    }

    /// <summary>In the package that projects reference: NuGet imports none of those that runtime.json leads to.</summary>
    private static void AddLinks(PackageBuilder builder, IReadOnlyDictionary<string, IReadOnlyList<string>> libraries)
    {
        var links = libraries.ToDictionary(pair => pair.Key, pair => PackageLayout.Of(pair.Value).Links);
        if (links.Values.Any(names => names.Count > 0))
            builder.Files.Add(new MemoryPackageFile($"buildTransitive/{builder.Id}.targets", LinkTargets.Write(builder.Id, links)));
    }

    private static void AddFiles(PackageBuilder builder, string identifier, IEnumerable<(string Name, string Path)> files)
    {
        foreach ((string name, string path) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile($"runtimes/{identifier}/native/{name}", File.ReadAllBytes(path)));
    }

    private static void AddHeaders(PackageBuilder builder, NativePackageSpecification specification)
    {
        foreach ((string path, string file) in specification.Headers.OrderBy(h => h.Key, StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile("build/native/include/" + path, File.ReadAllBytes(file)));
        if (specification.Headers.Count > 0)
            builder.Files.Add(new MemoryPackageFile($"build/native/{specification.Id}.props", Encoding.UTF8.GetBytes(IncludeProps)));
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
