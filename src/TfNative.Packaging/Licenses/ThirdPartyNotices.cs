using System.Text;

namespace TfNative.Packaging;

/// <summary>Writes THIRD-PARTY-NOTICES: each repository that went into a library, with the text of its licence.</summary>
public static class ThirdPartyNotices
{
    private static readonly string Rule = new('-', 80);

    public static string Write(IEnumerable<LinkedRepository> repositories)
    {
        var text = new StringBuilder("This package contains software of others. Their licences follow, one after the other.\n");
        foreach (LinkedRepository repository in repositories.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Rule).Append('\n').Append(repository.Name);
            if (repository.DeclaredLicenses.Count > 0)
                text.Append(" (declared: ").AppendJoin(", ", repository.DeclaredLicenses).Append(')');
            text.Append('\n').Append(Rule).Append('\n');
            IReadOnlyList<string> files = LicenseFiles.Find(repository.Root);
            if (files.Count == 0)
                text.Append("Its sources have no licence file; their headers say: ").Append(Headers(repository)).Append(".\n");
            foreach (string file in files)
                text.Append('\n').Append(File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Headers(LinkedRepository repository)
    {
        string[] expressions = [.. repository.Sources.Select(s => LicenseHeaderReader.Read(s.File, s.Path).Expression).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return expressions.Length == 0 ? "nothing" : string.Join(", ", expressions);
    }
}
