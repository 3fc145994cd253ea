namespace TfNative.Bazel;

/// <summary>Finds targets by label, following aliases where the rule behind one is wanted.</summary>
internal sealed class TargetFinder(PackageLoader packages, AttributeResolver attributes)
{
    /// <exception cref="BazelException">No such package or target.</exception>
    public Target Find(Label label) => packages.Load(label.Package).GetTarget(label);

    /// <summary>The rule that a label means in a configuration.</summary>
    /// <exception cref="BazelException">It is a file, or an alias of itself.</exception>
    public Rule FindRule(Label label, BuildConfiguration configuration)
    {
        Label at = label;
        for (int hops = 0; hops < 100; hops++)
        {
            if (Find(at) is not Rule rule)
                throw new BazelException(BazelErrorCode.NoSuchTarget, $"'{at}' is a file where a rule is wanted", label: at);
            if (!IsAlias(rule))
                return rule;
            at = Actual(rule, configuration);
        }

        throw new BazelException(BazelErrorCode.DependencyCycle, $"alias '{label}' leads back to itself", label: label);
    }

    public static bool IsAlias(Rule rule) => rule.RuleClass.Name is "alias" or "bind" or "label_flag" or "label_setting";

    /// <summary>What an alias stands for.</summary>
    public Label Actual(Rule alias, BuildConfiguration configuration)
    {
        if (alias.RuleClass.Name is "label_flag" or "label_setting")
        {
            return configuration.Options.Flags.TryGetValue(alias.Label, out IReadOnlyList<string>? set)
                ? Label.Parse(set[^1], PackageId.MainRoot)
                : (Label)alias.GetRaw("build_setting_default")!;
        }

        return attributes.Get<Label>(alias, "actual", configuration)
            ?? throw new BazelException(BazelErrorCode.MissingAttribute, $"{alias.Label}: alias without 'actual'", alias.Location, alias.Label);
    }
}
