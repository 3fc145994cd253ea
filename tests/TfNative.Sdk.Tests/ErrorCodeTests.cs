using System.Text.RegularExpressions;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The list of all codes, ERRORS.md, which comes with the package.</summary>
public partial class ErrorCodeTests
{
    [Fact]
    public void Every_code_is_documented_and_every_documented_code_is_given()
    {
        string[] documented = [.. CodeInText().Matches(File.ReadAllText(Path.Combine(Repository.Root, "sdk/TfNative.Sdk/ERRORS.md"))).Select(m => m.Value)];
        Assert.Equal(documented.Distinct(), documented);
        Assert.Equal(Given().Select(given => given.Code).Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_code_is_given_by_one_library_alone()
    {
        IEnumerable<string> shared = Given().GroupBy(given => given.Code).Where(code => code.Select(given => given.Library).Distinct().Count() > 1).Select(code => code.Key);
        Assert.Empty(shared);
    }

    private static IEnumerable<(string Code, string Library)> Given()
    {
        foreach (string folder in new[] { "src", "sdk" })
        {
            string root = Path.Combine(Repository.Root, folder);
            foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                if (Path.GetExtension(file) is not (".cs" or ".targets" or ".props"))
                    continue;
                foreach (Match match in QuotedCode().Matches(File.ReadAllText(file)))
                    yield return (match.Groups[1].Value, folder + "/" + Path.GetRelativePath(root, file).Split('/')[0]);
            }
        }
    }

    [GeneratedRegex("TFN[0-9]{4}")]
    private static partial Regex CodeInText();

    [GeneratedRegex("\"(TFN[0-9]{4})\"")]
    private static partial Regex QuotedCode();
}
