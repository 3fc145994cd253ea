using CsCheck;

namespace TfNative.Starlark.Tests;

/// <summary>Generators that CsCheck has none for.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>An int of the range, or now and then none.</summary>
    public static Gen<int?> Optional(int from, int to) => Gen.Int[from - 1, to].Select(i => i < from ? (int?)null : i);
}
