namespace TfNative.Bazel;

/// <summary>An attribute of a rule, unresolved: <c>["a"] + select({...})</c> has two parts.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="IsExplicit">Whether the BUILD file gives it.</param>
/// <param name="Parts">What is added up, in order; one part mostly.</param>
public sealed record QueryAttribute(string Name, bool IsExplicit, IReadOnlyList<QueryAttribute.Part> Parts)
{
    /// <summary>Beyond so many combinations of select branches, attr() matches each branch alone.</summary>
    private const int MostCombinations = 64;

    /// <summary>A value, or a select.</summary>
    /// <param name="Branches">
    /// The conditions with their values; a plain value is one branch without condition. Values are null, string, bool, int,
    /// <see cref="Label"/>, and lists and dictionaries of these.
    /// </param>
    public sealed record Part(IReadOnlyList<(Label? Condition, object? Value)> Branches)
    {
        public static Part Of(object? value) => new([(null, value)]);
    }

    /// <summary>All labels of all branches, conditions not among them.</summary>
    public IEnumerable<Label> Labels =>
        Parts.SelectMany(part => part.Branches).SelectMany(branch => QueryValue.LabelsOf(branch.Value)).Distinct();

    /// <summary>All strings of all branches.</summary>
    public IEnumerable<string> Strings =>
        Parts.SelectMany(part => part.Branches).SelectMany(branch => QueryValue.StringsOf(branch.Value)).Distinct();

    /// <summary>As a BUILD file has it.</summary>
    public string Code => string.Join(" + ", Parts.Select(CodeOf));

    /// <summary>What <c>attr()</c> searches: each value that the attribute can have.</summary>
    public IEnumerable<string> PossibleTexts()
    {
        long combinations = Parts.Aggregate(1L, (product, part) => Math.Min(product * part.Branches.Count, int.MaxValue));
        if (combinations > MostCombinations)
            return Parts.SelectMany(part => part.Branches).Select(branch => QueryValue.TextOf(branch.Value));
        IEnumerable<IReadOnlyList<object?>> values = [[]];
        foreach (Part part in Parts)
            values = values.SelectMany(before => part.Branches.Select(branch => (IReadOnlyList<object?>)[.. before, branch.Value])).ToArray();
        return values.Select(QueryValue.TextOfSum);
    }

    private static string CodeOf(Part part)
    {
        if (part.Branches is [(null, { } or null)])
            return QueryValue.CodeOf(part.Branches[0].Value);
        // A select that is nothing but its default is what Bazel prints as that.
        if (part.Branches is [({ } only, var value)] && ConfigurablePart.IsDefault(only))
            return QueryValue.CodeOf(value);
        IEnumerable<string> branches = part.Branches.Select(branch =>
            $"{QueryValue.CodeOf(branch.Condition)}: {QueryValue.CodeOf(branch.Value)}");
        return "select({" + string.Join(", ", branches) + "})";
    }
}
