using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// Finds toolchains by type: the C++ one is this build's own, others are toolchain() targets that the option extra_toolchains
/// names, the first that fits the platform (https://bazel.build/extending/toolchains#toolchain-resolution).
/// </summary>
internal static class ToolchainResolver
{
    private static readonly Label Cpp = Label.Parse("@bazel_tools//tools/cpp:toolchain_type", PackageId.MainRoot);

    /// <returns>The toolchain's ToolchainInfo; null for none.</returns>
    public static StarlarkObject? Resolve(RuleContext context, Label type)
    {
        foreach (string declared in context.Configuration.Options.NativeFlags.GetValueOrDefault("extra_toolchains") ?? [])
        {
            foreach (string text in declared.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Fitting(context, Label.Parse(text, PackageId.MainRoot), type) is { } toolchain)
                    return toolchain;
            }
        }

        return type.Equals(Cpp) ? CcToolchainValue.ToolchainInfo(context) : null;
    }

    private static StarlarkObject? Fitting(RuleContext context, Label declaration, Label type)
    {
        AnalysisEnvironment environment = context.Environment;
        BuildConfiguration configuration = context.Configuration;
        Rule rule = environment.Targets.FindRule(declaration, configuration);
        if (rule.RuleClass.Name != "toolchain")
            throw new BazelException(BazelErrorCode.RuleFailed, $"{declaration} in extra_toolchains is a {rule.Kind}, want a toolchain rule", rule.Location, rule.Label);
        if (environment.Attributes.Get<Label>(rule, "toolchain_type", configuration) is not { } offered
            || !environment.Targets.FindRule(offered, configuration).Label.Equals(environment.Targets.FindRule(type, configuration).Label)
            || !HasConstraints(environment, rule, "target_compatible_with", configuration, configuration)
            || !HasConstraints(environment, rule, "exec_compatible_with", configuration, configuration.Exec)
            || !(environment.Attributes.Get<Label[]>(rule, "target_settings", configuration) ?? []).All(s => environment.Conditions.Evaluate(s, configuration).Matches))
            return null;
        Label implementation = environment.Attributes.Get<Label>(rule, "toolchain", configuration)
            ?? throw new BazelException(BazelErrorCode.MissingAttribute, $"{rule.Label}: toolchain rule without 'toolchain'", rule.Location, rule.Label);
        return context.Analyzer.Get(implementation, configuration, rule).Providers.Get(BuiltinProviders.Toolchain)
            ?? throw new BazelException(BazelErrorCode.MissingProvider, $"{implementation}, the toolchain of {rule.Label}, does not provide ToolchainInfo", rule.Location, rule.Label);
    }

    private static bool HasConstraints(AnalysisEnvironment environment, Rule rule, string attribute, BuildConfiguration configuration, BuildConfiguration platform) =>
        (environment.Attributes.Get<Label[]>(rule, attribute, configuration) ?? [])
            .All(c => environment.Platforms.Has(c, platform));
}
