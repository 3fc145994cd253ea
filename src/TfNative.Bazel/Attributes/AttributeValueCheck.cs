namespace TfNative.Bazel;

/// <summary>Checks what a declaration says beyond an attribute's type: allowed values, lists that must not be empty.</summary>
internal static class AttributeValueCheck
{
    /// <returns>What is wrong with a converted value, in any branch of its selects; null: nothing.</returns>
    public static string? Problem(AttributeSchema schema, object? value)
    {
        if (schema.AllowedValues is null && !schema.NonEmpty)
            return null;
        if (value is not ConfigurableValue configurable)
            return OfValue(schema, value);
        return configurable.Parts
            .SelectMany(part => part.Branches is null ? [part.Plain] : part.Branches.Select(branch => branch.Value).Where(branch => branch is not null))
            .Select(part => schema.AllowedValues is null ? null : OfValue(schema, part))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? OfValue(AttributeSchema schema, object? value)
    {
        if (schema.AllowedValues is { } allowed && value is not null && !allowed.Contains(value))
            return $"has to be one of {string.Join(" or ", allowed.Select(QueryValue.CodeOf))} instead of {QueryValue.CodeOf(value)}";
        return schema.NonEmpty && value is System.Collections.ICollection { Count: 0 } ? "must not be empty" : null;
    }
}
