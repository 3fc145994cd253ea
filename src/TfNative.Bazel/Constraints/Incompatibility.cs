namespace TfNative.Bazel;

/// <summary>Why a target cannot be built for the platform (https://bazel.build/extending/platforms#skipping-incompatible-targets).</summary>
/// <param name="Constraints">The constraint values that the platform has not; empty when a dependency is at fault.</param>
/// <param name="Dependency">The dependency that cannot be built; null when the target itself says so.</param>
internal sealed record Incompatibility(IReadOnlyList<Label> Constraints, ConfiguredTarget? Dependency)
{
    /// <summary>What of target_compatible_with the platform does not have; null for nothing.</summary>
    public static Incompatibility? Of(Rule rule, BuildConfiguration configuration, AnalysisEnvironment environment)
    {
        // These rules only define what can be chosen from.
        if (rule.RuleClass.Name is "toolchain" or "config_setting" or "label_flag" || !rule.IsExplicit("target_compatible_with"))
            return null;
        Label[] missing =
        [
            .. (environment.Attributes.Get<Label[]>(rule, "target_compatible_with", configuration) ?? [])
                .Select(label => environment.Targets.FindRule(label, configuration))
                .Where(value => value.RuleClass.Name == "constraint_value" && !environment.Platforms.Has(value.Label, configuration))
                .Select(value => value.Label),
        ];
        return missing.Length > 0 ? new(missing, null) : null;
    }

    /// <summary>The error for a target that is asked for by name.</summary>
    public BazelException Error(ConfiguredTarget target)
    {
        var chain = new List<string> { target.Label.ToString() };
        Incompatibility last = this;
        for (ConfiguredTarget? at = Dependency; at is { Incompatibility: { } more }; at = more.Dependency)
        {
            chain.Add(at.Label.ToString());
            last = more;
        }

        string constraints = last.Constraints is [{ } one] ? $" {one}" : $"s [{string.Join(", ", last.Constraints)}]";
        return new(
            BazelErrorCode.IncompatibleTarget,
            $"target {target.Label} is incompatible and cannot be built, but was explicitly requested.\nDependency chain:\n    {string.Join("\n    ", chain)}"
            + $"   <-- the target platform didn't satisfy constraint{constraints}\nbuild for a platform that has it, or leave the target out",
            target.Target.Location, target.Label);
    }
}
