using System.Text.RegularExpressions;
using System.Xml.Linq;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The README's tables, the schemas for editors, and what the props and targets really read name the same.</summary>
public partial class DocumentationTests
{
    private static readonly string Sdk = Path.Combine(Repository.Root, "sdk/TfNative.Sdk");

    // What the SDK sets for others to read, and NuGet's and MSBuild's own.
    private static readonly string[] NoSettings =
    [
        "NativeOutput", "TfNativeProject", "TfNativeProfiles", "TfNativeSdkVersion", "QueryAnswer",
        "BazelCompile", "BazelLink", "BazelGenerate",
    ];

    [Fact]
    public void Every_property_and_item_that_the_targets_read_is_in_the_README_and_the_other_way_round()
    {
        string targets = string.Concat(Directory.EnumerateFiles(Path.Combine(Sdk, "targets"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Sdk, "Sdk"))).Select(File.ReadAllText));
        IEnumerable<string> read = Reference().Matches(targets).Select(match => match.Groups[1].Value)
            .Where(name => !name.EndsWith("DependsOn", StringComparison.Ordinal)).Except(NoSettings).Distinct();
        Assert.Equal(read.Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_README_s_tables_have_each_property_and_item_once() =>
        Assert.Empty(DocumentedInTables().GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void The_schemas_have_what_the_README_has()
    {
        string[] documented = [.. Documented().Order(StringComparer.Ordinal)];
        XNamespace schema = "http://www.w3.org/2001/XMLSchema";
        XElement elements = XDocument.Load(Path.Combine(Sdk, "schema/TfNative.Sdk.xsd")).Root!;
        Assert.Equal(documented, elements.Elements(schema + "element").Select(Name).Order(StringComparer.Ordinal));
        Assert.All(elements.Elements(schema + "element"), element => Assert.NotEmpty(element.Value));
        IEnumerable<XElement> items = XDocument.Load(Path.Combine(Sdk, "schema/TfNative.ItemsSchema.xaml")).Root!.Elements();
        IEnumerable<XElement> properties = XDocument.Load(Path.Combine(Sdk, "schema/TfNative.xaml")).Root!.Elements().Where(element => element.Attribute("Name") is not null);
        Assert.Equal(documented, items.Concat(properties).Select(Name).Order(StringComparer.Ordinal));
    }

    private static string Name(XElement element) => element.Attribute("Name")?.Value ?? element.Attribute("name")!.Value;

    private static IEnumerable<string> Documented() => DocumentedInTables().Distinct();

    /// <summary>The names in the first column of the tables of properties, items and commands.</summary>
    private static IEnumerable<string> DocumentedInTables() => File.ReadLines(Path.Combine(Sdk, "README.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Code().Matches(line.Split('|')[1]).SelectMany(match => Setting().Matches(match.Groups[1].Value)))
        .Select(match => match.Value).Where(name => !NoSettings.Contains(name));

    [GeneratedRegex(@"[$@]\(((?:Bazel|Native|TfNative|Query|CCompiler|EnableDefaultBazel)\w*)")]
    private static partial Regex Reference();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // In a command the property stands after -p: and the target after -t:.
    [GeneratedRegex(@"(?<=^|-p:)(?:Bazel|Native|TfNative|Query|CCompiler|EnableDefaultBazel)\w*")]
    private static partial Regex Setting();
}
