namespace TfNative.Bazel;

/// <summary>There is one platform that actions run on, this machine: it must have what rules ask of it (ToolchainResolutionFunction.java).</summary>
internal static class ExecPlatformCheck
{
    /// <exception cref="BazelException"><see cref="BazelErrorCode.MissingToolchain"/>.</exception>
    public static void Check(Rule rule, BuildConfiguration configuration, AnalysisEnvironment environment)
    {
        IEnumerable<Label> wanted = rule.RuleClass.ExecCompatibleWith.Concat(rule.RuleClass.ExecGroups.Values.SelectMany(group => group.ExecCompatibleWith));
        // Toolchains say with it what they fit.
        if (rule.IsExplicit("exec_compatible_with") && rule.RuleClass.Name != "toolchain")
            wanted = wanted.Concat(environment.Attributes.Get<Label[]>(rule, "exec_compatible_with", configuration) ?? []);
        foreach (Label constraint in wanted)
        {
            if (!environment.Platforms.Has(constraint, configuration.Exec))
            {
                throw new BazelException(
                    BazelErrorCode.MissingToolchain,
                    $"unable to find an execution platform for target {rule.Label}: its actions need one with the constraint {constraint}, and this machine has not got it",
                    rule.Location, rule.Label);
            }
        }
    }
}
