namespace TfNative.Bazel;

/// <summary>Each item once, in order of first appearance. Most lists are of a few items, for which a hash set costs too much.</summary>
internal static class DistinctItems
{
    private const int Few = 8;

    /// <param name="filter">Items that it refuses are left out; null for none.</param>
    public static T[] Of<T>(IEnumerable<T> items, Func<T, bool>? filter = null)
    {
        T[] all = items as T[] ?? [.. items];
        int length = all.Length;
        if (length == 0)
            return [];
        HashSet<T>? seen = length > Few ? new(length) : null;
        T[]? kept = null;
        int count = 0;
        for (int i = 0; i < length; i++)
        {
            T item = all[i];
            bool keep = (filter is null || filter(item))
                && (seen is null ? Array.IndexOf(kept ?? all, item, 0, count) < 0 : seen.Add(item));
            if (keep)
            {
                if (kept is not null)
                    kept[count] = item;
                count++;
            }
            else if (kept is null)
            {
                kept = new T[length];
                Array.Copy(all, kept, count);
            }
        }

        // The caller's own array is not to be kept: it may change.
        return kept is null ? ReferenceEquals(all, items) ? (T[])all.Clone() : all : kept.AsSpan(0, count).ToArray();
    }
}
