namespace TfNative.Starlark;

/// <summary>"Did you mean": finds the known name that is nearest to a misspelt one.</summary>
public static class Spelling
{
    /// <summary>The suffix <c> (did you mean 'x'?)</c>, or nothing if no candidate is near.</summary>
    public static string Suggest(string name, IEnumerable<string> candidates)
    {
        string? best = Nearest(name, candidates);
        return best is null ? "" : $" (did you mean '{best}'?)";
    }

    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        // A third of the letters may differ: less finds nothing, more finds nonsense.
        int bestDistance = Math.Min(5, (name.Length + 1) / 2);
        string? best = null;
        if (name.Length > 100)
            return null;
        foreach (string candidate in candidates)
        {
            if (candidate.Length > 100 || Math.Abs(candidate.Length - name.Length) >= bestDistance || candidate == name)
                continue;
            int distance = Distance(name, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    private static int Distance(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            return 0;
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
