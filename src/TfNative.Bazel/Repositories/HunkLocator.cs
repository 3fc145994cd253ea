namespace TfNative.Bazel;

/// <summary>
/// Finds where in a file a hunk belongs: at its line, moved as the hunks before it were, or as near to that as its old
/// lines are found. If they are nowhere, outer lines of context are disregarded, two on each side at most.
/// </summary>
/// <remarks>
/// The rules of GNU patch 2.7 (locate_hunk): a hunk with less context before than after its changes was made at the
/// file's beginning, and so belongs there only; the same for the end.
/// </remarks>
internal sealed class HunkLocator(IReadOnlyList<string> lines)
{
    private const int MostFuzz = 2;

    /// <summary>Lines before this one, from 0, were looked at by earlier hunks.</summary>
    private int frozen;

    /// <summary>How far the hunk before lay from its line.</summary>
    private int shift;

    /// <summary>Where a hunk was found.</summary>
    /// <param name="Start">Its first line, from 0.</param>
    /// <param name="Fuzz">How many outer lines of context on each side did not have to match.</param>
    internal readonly record struct Place(int Start, int Fuzz);

    /// <returns>The place, or null where there is none; a later hunk can only lie behind it.</returns>
    public Place? Locate(PatchHunk hunk)
    {
        int most = Math.Min(MostFuzz, Math.Max(hunk.PrefixContext, hunk.SuffixContext));
        for (int fuzz = 0; fuzz <= most; fuzz++)
        {
            if (Locate(hunk, fuzz) is not { } start)
                continue;
            shift = start - (hunk.OldStart - 1);
            frozen = start + hunk.Old.Count;
            return new Place(start, fuzz);
        }

        return null;
    }

    /// <summary>Whether the file already has, where the hunk would belong, what the hunk would make.</summary>
    public bool IsApplied(PatchHunk hunk)
    {
        for (int start = frozen; start + hunk.New.Count <= lines.Count && hunk.New.Count > 0; start++)
        {
            if (Matches(hunk.New, start, 0, 0))
                return true;
        }

        return false;
    }

    private int? Locate(PatchHunk hunk, int fuzz)
    {
        int guess = hunk.OldStart - 1 + shift;
        IReadOnlyList<string> old = hunk.Old;
        if (old.Count == 0)
            return guess <= lines.Count && guess >= frozen ? guess : null;

        int context = Math.Max(hunk.PrefixContext, hunk.SuffixContext);
        int prefixFuzz = fuzz + hunk.PrefixContext - context;
        int suffixFuzz = fuzz + hunk.SuffixContext - context;
        if (prefixFuzz < 0 && hunk.OldStart <= 1)
        {
            bool fits = frozen == 0 && (suffixFuzz >= 0 || old.Count == lines.Count);
            return fits && Matches(old, 0, 0, Math.Max(0, suffixFuzz)) ? 0 : null;
        }

        prefixFuzz = Math.Max(0, prefixFuzz);
        if (suffixFuzz < 0)
        {
            int end = lines.Count - old.Count;
            return end >= frozen && Matches(old, end, prefixFuzz, 0) ? end : null;
        }

        int last = lines.Count - (old.Count - suffixFuzz);
        for (int offset = 0; guess + offset <= last || guess - offset >= frozen; offset++)
        {
            if (InReach(guess + offset) && Matches(old, guess + offset, prefixFuzz, suffixFuzz))
                return guess + offset;
            if (InReach(guess - offset) && Matches(old, guess - offset, prefixFuzz, suffixFuzz))
                return guess - offset;
        }

        return null;

        bool InReach(int start) => start >= frozen && start <= last;
    }

    private bool Matches(IReadOnlyList<string> pattern, int start, int prefixFuzz, int suffixFuzz)
    {
        for (int i = prefixFuzz; i < pattern.Count - suffixFuzz; i++)
        {
            if (start + i >= lines.Count || lines[start + i] != pattern[i])
                return false;
        }

        return true;
    }
}
