using System.Runtime.Versioning;
using NuGet.Frameworks;
using NuGet.Packaging;

namespace TfNative.Packaging;

/// <summary>A file of a package whose content is at hand.</summary>
internal sealed class MemoryPackageFile(string path, byte[] content) : IPackageFile
{
    // Zip files cannot tell earlier times; the same for all makes packages equal.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Path { get; } = path;

    public string EffectivePath => Path;

    public FrameworkName? TargetFramework => null;

    public NuGetFramework? NuGetFramework => null;

    public DateTimeOffset LastWriteTime => Earliest;

    public Stream GetStream() => new MemoryStream(content, writable: false);
}
