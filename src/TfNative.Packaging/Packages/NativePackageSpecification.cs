namespace TfNative.Packaging;

/// <summary>What a NuGet package of native libraries is to hold.</summary>
public sealed record NativePackageSpecification
{
    public required string Id { get; init; }

    /// <summary>A NuGet version.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required string Description { get; init; }

    /// <summary>An SPDX expression.</summary>
    public required string LicenseExpression { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Uri? ProjectUrl { get; init; }

    public string? Copyright { get; init; }

    /// <summary>Libraries, and links between their names, by runtime identifier: "linux-x64" to absolute paths.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries { get; init; }

    /// <summary>The same libraries for further instruction sets: runtime identifier to folder ("glibc-hwcaps/x86-64-v3/") to absolute paths.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Variants { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    /// <summary>The C# source that chooses among them at run time; needed when there are any.</summary>
    public byte[] VariantResolver { get; init; } = [];

    /// <summary>Headers: their path under build/native/include, to absolute paths.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What pkg-config is told (<see cref="PkgConfigFile"/>): runtime identifier to absolute paths of .pc files.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PkgConfigFiles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Debug files by runtime identifier: their path beside the libraries, to absolute paths. They go into a package of their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Symbols { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Texts at the package's root: name to content.</summary>
    public IReadOnlyDictionary<string, byte[]> Documents { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>A package that is larger is split by runtime identifier; the public gallery's limit. Bytes.</summary>
    public long SplitAbove { get; init; } = 250L * 1024 * 1024;
}
