namespace TfNative.Bazel.Tests.Golden;

/// <summary>One thing in which two builds differ.</summary>
/// <param name="Kind">What differs: see <see cref="ActionComparer"/>.</param>
/// <param name="Owner">The target.</param>
/// <param name="Subject">The source or output; empty for the whole target.</param>
/// <param name="Detail">How.</param>
public sealed record Difference(string Kind, string Owner, string Subject, string Detail)
{
    public override string ToString() => $"{Kind} | {Owner} | {Subject} | {Detail}";
}
