namespace TfNative.Bazel.Tests.Golden;

/// <summary>Rules as <c>bazel query --output=build</c> prints them, without what tells where macros stand.</summary>
internal static class GoldenRules
{
    /// <summary>Each rule as one text, by its name.</summary>
    public static SortedDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var rules = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rule = new List<string>();
        foreach (string line in lines)
        {
            if (line.StartsWith('#') || line.Length == 0 || line.StartsWith("  generator_", StringComparison.Ordinal))
                continue;
            rule.Add(line);
            if (line != ")")
                continue;
            string name = rule.First(l => l.StartsWith("  name = ", StringComparison.Ordinal)).Split('"')[1];
            // Attributes in an order of their own: Bazel's is that of its rule classes.
            rules.Add(name, $"{rule[0]}\n{string.Join('\n', rule.Skip(1).SkipLast(1).Order(StringComparer.Ordinal))}\n)");
            rule.Clear();
        }

        return rules;
    }
}
