namespace TfNative.Bazel;

/// <summary>Checks that what a label attribute names is what its declaration allows (RuleContext.java, Attribute.java).</summary>
internal static class PrerequisiteCheck
{
    /// <exception cref="BazelException">It has not the providers, is no program, or is a file that is not allowed.</exception>
    public static void Check(AttributeSchema schema, Rule rule, ConfiguredTarget target)
    {
        if (target.Target is Rule dependency)
            CheckProviders(schema, rule, target, dependency);
        CheckTestonly(schema, rule, target);
        // Many attributes of native rules say nothing about files: their rules look at what they get.
        if ((schema.IsDeclaredInStarlark || schema.AllowedFiles is { Count: > 0 }) && target.Target is InputFile or OutputFile && Misplaced(schema, target.Label) is { } wanted)
            throw Error(schema, rule, $"file '{target.Label}' is misplaced here (expected {wanted})");
        if (!schema.IsDeclaredInStarlark)
            return;
        if (schema.AllowSingleFile && target.Files is not [_])
            throw Error(schema, rule, $"'{target.Label}' must produce a single file, it has {target.Files.Count}");
        if (schema.Executable && target.Default?.Executable is null)
            throw Error(schema, rule, $"'{target.Label}' is not a program, the attribute wants an executable target");
    }

    /// <remarks>CommonPrerequisiteValidator.java.</remarks>
    private static void CheckTestonly(AttributeSchema schema, Rule rule, ConfiguredTarget target)
    {
        if (target.Target.AssociatedRule is not { IsTestonly: true } || rule.IsTestonly)
            return;
        throw new BazelException(
            BazelErrorCode.Testonly,
            $"in {schema.Name} attribute of {rule.RuleClass.Name} rule {rule.Label}: '{target.Label}' is testonly and {rule.Label} is not; give it testonly = True, or leave the dependency out",
            rule.Location, rule.Label);
    }

    private static void CheckProviders(AttributeSchema schema, Rule rule, ConfiguredTarget target, Rule dependency)
    {
        if (schema.RequiredProviders.Count == 0 || AspectEvaluator.Satisfies(schema.RequiredProviders, target.Providers))
            return;
        string wanted = string.Join(" or ", schema.RequiredProviders.Select(set => string.Join(", ", set.Select(p => $"'{(p as ProviderType)?.Name ?? p.ToString()}'"))));
        throw Error(schema, rule, $"'{target.Label}' does not have mandatory providers: {wanted} (it is a {dependency.RuleClass.Name})");
    }

    /// <returns>What is allowed, where the file is not.</returns>
    private static string? Misplaced(AttributeSchema schema, Label file) => schema.AllowedFiles switch
    {
        null => "no files",
        { Count: 0 } => null,
        // A source file without an ending may be a header.
        { } endings when ReferenceEquals(endings, CcSources.AllowedInSources) && (CcSources.IsSharedLibrary(file.Name) || CcSources.IsHeader(file.Name)) => null,
        { } endings => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)) ? null : string.Join(", ", endings),
    };

    private static BazelException Error(AttributeSchema schema, Rule rule, string problem) => new(
        BazelErrorCode.MissingProvider, $"in {schema.Name} attribute of {rule.RuleClass.Name} rule {rule.Label}: {problem}", rule.Location, rule.Label);
}
