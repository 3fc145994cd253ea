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
    /// <param name="specification">What to pack.</param>
    /// <param name="folder">Gets the .nupkg files; made if need be.</param>
    /// <returns>Absolute paths of the packages, the one that projects reference first.</returns>
    public static IReadOnlyList<string> Write(NativePackageSpecification specification, string folder)
    {
        Directory.CreateDirectory(folder);
        long size = specification.Libraries.Values.SelectMany(l => l).Sum(f => new FileInfo(f).Length);
        List<string> written = size > specification.SplitAbove ? WriteSplit(specification, folder) : [WriteWhole(specification, folder)];
        if (specification.Symbols.Values.Any(s => s.Count > 0))
            written.Add(WriteSymbols(specification, folder));
        return written;
    }

    private static string WriteWhole(NativePackageSpecification specification, string folder)
    {
        PackageBuilder builder = Begin(specification, specification.Id);
        foreach ((string identifier, IReadOnlyList<string> libraries) in specification.Libraries)
            AddLibraries(builder, identifier, libraries);
        AddHeaders(builder, specification);
        return Save(builder, folder);
    }

    private static List<string> WriteSplit(NativePackageSpecification specification, string folder)
    {
        PackageBuilder meta = Begin(specification, specification.Id);
        AddHeaders(meta, specification);
        meta.Files.Add(new MemoryPackageFile("runtime.json", RuntimeGraph.Write(specification)));
        var written = new List<string> { Save(meta, folder) };
        foreach ((string identifier, IReadOnlyList<string> libraries) in specification.Libraries)
        {
            PackageBuilder builder = Begin(specification, RuntimeGraph.PackageId(specification.Id, identifier));
            AddLibraries(builder, identifier, libraries);
            written.Add(Save(builder, folder));
        }

        return written;
    }

    private static string WriteSymbols(NativePackageSpecification specification, string folder)
    {
        PackageBuilder builder = Begin(specification, specification.Id + ".symbols");
        foreach ((string identifier, IReadOnlyList<string> files) in specification.Symbols)
            AddLibraries(builder, identifier, files);
        return Save(builder, folder);
    }

    private static PackageBuilder Begin(NativePackageSpecification specification, string id)
    {
        var builder = new PackageBuilder(deterministic: true)
        {
            Id = id,
            Version = NuGetVersion.Parse(specification.Version),
            Description = specification.Description,
            LicenseMetadata = new LicenseMetadata(
                LicenseType.Expression, specification.LicenseExpression, NuGetLicenseExpression.Parse(specification.LicenseExpression), [], LicenseMetadata.EmptyVersion),
        };
        builder.Authors.UnionWith(specification.Authors);
        foreach ((string name, byte[] content) in specification.Documents.OrderBy(d => d.Key, StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile(name, content));
        // Projects of any framework may reference it: the placeholder says so to NuGet.
        builder.Files.Add(new MemoryPackageFile("lib/netstandard2.0/_._", []));
        return builder;
    }

    private static void AddLibraries(PackageBuilder builder, string identifier, IReadOnlyList<string> libraries)
    {
        foreach (string library in libraries.Order(StringComparer.Ordinal))
            builder.Files.Add(new MemoryPackageFile($"runtimes/{identifier}/native/{Path.GetFileName(library)}", File.ReadAllBytes(library)));
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
