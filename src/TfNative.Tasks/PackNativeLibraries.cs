using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using NuGet.Packaging.Licenses;
using TfNative.Packaging;
using TfNative.Tasks.Packing;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Makes NuGet packages of built libraries, with the notices and the bill of materials of what they were made of.</summary>
[MSBuildMultiThreadableTask]
public sealed class PackNativeLibraries : CancelableTask
{
    [Required]
    public string PackageId { get; set; } = "";

    [Required]
    public string PackageVersion { get; set; } = "";

    public string Authors { get; set; } = "";

    public string Description { get; set; } = "";

    public string LicenseExpression { get; set; } = "";

    public string ProjectUrl { get; set; } = "";

    public string Copyright { get; set; } = "";

    /// <summary>Separated by spaces or semicolons, as PackageTags are.</summary>
    public string Tags { get; set; } = "";

    /// <summary>Libraries, links between their names, and debug files. RuntimeIdentifier; Symbols: true for debug files; TargetFolder: below
    /// the folder of the libraries, of those for further instruction sets.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The output bases of the builds that made them; Workspace: the folder of the main repository.</summary>
    [Required]
    public ITaskItem[] Builds { get; set; } = [];

    /// <summary>The C# source that chooses among instruction sets.</summary>
    [Required]
    public string VariantResolver { get; set; } = "";

    /// <summary>Headers to pack; PackagePath: where under include, else as they lie in the workspace.</summary>
    public ITaskItem[] Headers { get; set; } = [];

    /// <summary>.pc files; RuntimeIdentifier.</summary>
    public ITaskItem[] PkgConfigFiles { get; set; } = [];

    /// <summary>SPDX expressions that source files may be under; none: all.</summary>
    public ITaskItem[] AllowedLicenses { get; set; } = [];

    /// <summary>With <see cref="AllowedLicenses"/>: files whose header names no licence pass.</summary>
    public bool UnlicensedAllowed { get; set; }

    /// <summary>Bytes; a larger package is split by runtime identifier.</summary>
    public long SizeLimit { get; set; }

    /// <summary>When the package is made, in seconds since 1970: a fixed time, so that two packs are equal
    /// (https://reproducible-builds.org/specs/source-date-epoch/).</summary>
    public string SourceDateEpoch { get; set; } = "";

    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Gets the licence of each source file, those without one first; relative to the project.</summary>
    [Required]
    public string LicenseReportFile { get; set; } = "";

    /// <summary>Makes no packages, but the files that one would have; <see cref="Packages"/> are these then, with PackagePath.</summary>
    public bool AsFiles { get; set; }

    [Output]
    public ITaskItem[] Packages { get; set; } = [];

    protected override bool Work(CancellationToken cancellationToken)
    {
        CheckLicenseExpression();
        IReadOnlyList<LinkedRepository> repositories = PackedBuild.Merge(
            Builds.SelectMany(build => PackedBuild.Repositories(build.ItemSpec, build.GetMetadata("Workspace"), PackageId)));
        LicenseReport licenses = LicenseReport.Of(repositories);
        WriteReport(licenses);
        IReadOnlyList<string> problems = LicensePolicy.Check(
            [.. AllowedLicenses.Select(item => item.ItemSpec)], licenses.Sources.Select(source => source.License), UnlicensedAllowed);
        if (problems.Count > 0)
            throw PackagingErrors.ForbiddenLicenses(problems, Absolute(LicenseReportFile));

        cancellationToken.ThrowIfCancellationRequested();
        NativePackageSpecification specification = Specify(repositories, licenses);
        if (AsFiles)
            Packages = [.. NativePackageWriter.WriteFiles(specification, OutputFolder).Select(ToItem)];
        else
            Write(specification);
        return true;
    }

    private void Write(NativePackageSpecification specification)
    {
        IReadOnlyList<string> written = NativePackageWriter.Write(specification, OutputFolder);
        foreach (string package in written)
        {
            long size = new FileInfo(package).Length;
            PostMessage(MessageImportance.High, $"Packed {package}");
            if (size > SizeLimit && written.Count > 1 && package != written[0])
                Post(log => log.LogWarning(null, "TFN5004", null, null, 0, 0, 0, 0, "{0}", PackagingErrors.TooLarge(package, size, SizeLimit)));
        }

        Packages = [.. written.Select(package => new TaskItem(ItemEscaping.Escape(package)))];
    }

    private static ITaskItem ToItem((string File, string PackagePath) file) =>
        new TranslatedItem(file.File, new Dictionary<string, string> { ["PackagePath"] = file.PackagePath }).ToTaskItem();

    private void CheckLicenseExpression()
    {
        if (LicenseExpression.Length == 0)
            throw PackagingErrors.NoLicenseExpression();
        try
        {
            NuGetLicenseExpression.Parse(LicenseExpression);
        }
        catch (NuGetLicenseExpressionParsingException e)
        {
            throw PackagingErrors.BadLicenseExpression(LicenseExpression, e.Message);
        }
    }

    private void WriteReport(LicenseReport licenses)
    {
        string report = Absolute(LicenseReportFile);
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        File.WriteAllText(report, licenses.Write());
        int without = licenses.WithoutLicense.Count();
        PostMessage(MessageImportance.High, $"{without} of {licenses.Sources.Count} source files name no licence: {report}");
    }

    private NativePackageSpecification Specify(IReadOnlyList<LinkedRepository> repositories, LicenseReport licenses)
    {
        var created = DateTimeOffset.FromUnixTimeSeconds(SourceDateEpoch.Length == 0 ? 0 : long.Parse(SourceDateEpoch, CultureInfo.InvariantCulture));
        return new()
        {
            Id = PackageId,
            Version = PackageVersion,
            Authors = [.. Authors.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Description = Description,
            LicenseExpression = LicenseExpression,
            Tags = [.. Tags.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            ProjectUrl = ProjectUrl.Length == 0 ? null : new Uri(ProjectUrl),
            Copyright = Copyright.Length == 0 ? null : Copyright,
            Libraries = ByRuntime(Libraries.Where(file => Folder(file).Length == 0), Paths),
            Variants = ByRuntime(Libraries.Where(file => Folder(file).Length > 0), files => (IReadOnlyDictionary<string, IReadOnlyList<string>>)files
                .GroupBy(Folder, StringComparer.Ordinal).ToDictionary(group => group.Key, Paths, StringComparer.Ordinal)),
            VariantResolver = File.ReadAllBytes(VariantResolver),
            Symbols = ByRuntime(Files.Where(IsSymbols), files => (IReadOnlyDictionary<string, string>)files
                .ToDictionary(file => Folder(file) + Path.GetFileName(file.ItemSpec), file => file.ItemSpec, StringComparer.Ordinal)),
            // The builds for several processors have the same.
            Headers = Headers.DistinctBy(HeaderPath).ToDictionary(HeaderPath, header => Absolute(header.ItemSpec), StringComparer.Ordinal),
            PkgConfigFiles = ByRuntime(PkgConfigFiles, Paths),
            Documents = new Dictionary<string, byte[]>
            {
                ["THIRD-PARTY-NOTICES.txt"] = Encoding.UTF8.GetBytes(ThirdPartyNotices.Write(repositories)),
                ["_manifest/spdx_2.3/manifest.spdx.json"] = SpdxDocument.Write(PackageId, PackageVersion, LicenseExpression, created, licenses.Sources),
            },
            SplitAbove = SizeLimit,
        };
    }

    private IEnumerable<ITaskItem> Libraries => Files.Where(file => !IsSymbols(file));

    private static bool IsSymbols(ITaskItem file) => bool.TryParse(file.GetMetadata("Symbols"), out bool isSymbols) && isSymbols;

    private static string Folder(ITaskItem file) => file.GetMetadata(IsaVariantFolder.Metadata);

    private static IReadOnlyList<string> Paths(IEnumerable<ITaskItem> files) => [.. files.Select(file => file.ItemSpec)];

    private static Dictionary<string, T> ByRuntime<T>(IEnumerable<ITaskItem> files, Func<IEnumerable<ITaskItem>, T> convert) => files
        .GroupBy(file => file.GetMetadata("RuntimeIdentifier"), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => convert(group), StringComparer.Ordinal);

    private string HeaderPath(ITaskItem header)
    {
        if (header.GetMetadata("PackagePath") is { Length: > 0 } path)
            return path.Replace('\\', '/');
        string full = Absolute(header.ItemSpec);
        string workspace = Builds[0].GetMetadata("Workspace").TrimEnd('/') + "/";
        return full.StartsWith(workspace, StringComparison.Ordinal) ? full[workspace.Length..] : Path.GetFileName(full);
    }
}
