using System.Text;
using TfNative.Packaging;

namespace TfNative.Tasks.Packing;

/// <summary>The licence of every source file of a package, as its header names it.</summary>
internal sealed class LicenseReport
{
    private LicenseReport(IReadOnlyList<(SourceLicense License, string File)> sources) => Sources = sources;

    /// <summary>Sorted by path.</summary>
    public IReadOnlyList<(SourceLicense License, string File)> Sources { get; }

    public IEnumerable<SourceLicense> WithoutLicense => Sources.Select(source => source.License).Where(license => license.Expression is null);

    public static LicenseReport Of(IEnumerable<LinkedRepository> repositories)
    {
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (LinkedRepository repository in repositories)
        {
            foreach (LinkedSource source in repository.Sources.Where(source => File.Exists(source.File)))
                sources.TryAdd($"{repository.Name}/{source.Path}", source.File);
        }

        return new([.. sources.AsParallel().AsOrdered().Select(source => (LicenseHeaderReader.Read(source.Value, source.Key), source.Value))]);
    }

    /// <summary>One line for each file: licence, path.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach ((SourceLicense license, _) in Sources.OrderBy(source => source.License.Expression is null ? 0 : 1).ThenBy(source => source.License.Path, StringComparer.Ordinal))
            text.Append(license.Expression ?? "NONE").Append('\t').Append(license.Path).Append('\n');
        return text.ToString();
    }
}
