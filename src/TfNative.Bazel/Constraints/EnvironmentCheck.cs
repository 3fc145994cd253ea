namespace TfNative.Bazel;

/// <summary>
/// Holds targets to the environments that they are restricted_to or compatible_with: what they depend on must support these
/// too (https://bazel.build/reference/be/common-definitions#common-attributes; RuleContextConstraintSemantics.java).
/// </summary>
internal static class EnvironmentCheck
{
    /// <summary>Rules that define what can be chosen from take no part.</summary>
    private static readonly HashSet<string> Exempt =
        ["config_setting", "constraint_setting", "constraint_value", "environment", "platform", "toolchain", "toolchain_type"];

    /// <summary>Attributes that say something about a target, and others whose declarations leave constraints out.</summary>
    private static readonly HashSet<string> Unchecked =
        ["visibility", "compatible_with", "restricted_to", "target_compatible_with", "exec_compatible_with", "applicable_licenses", "package_metadata", "data", "toolchains"];

    /// <summary>Checks a target that has been analysed.</summary>
    /// <returns>What it supports; null when neither it nor what it depends on says anything.</returns>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.Environment"/>.</exception>
    public static SupportedEnvironments? Check(RuleContext context)
    {
        Rule rule = context.Rule;
        if (Exempt.Contains(rule.RuleClass.Name) || !Says(rule, "compatible_with") && !Says(rule, "restricted_to") && !context.Resolved.Any(target => target.Environments is not null))
            return null;
        EnvironmentSet declared = Declared(rule, context);
        EnvironmentSet refined = declared.Copy();
        var removed = new Dictionary<Label, RemovedEnvironment>();
        var shrunk = new HashSet<EnvironmentGroup>();
        foreach ((ConfiguredTarget dependency, bool inSelectsOnly) in Dependencies(context))
        {
            SupportedEnvironments environments = dependency.Environments ?? SupportedEnvironments.Unsaid;
            IReadOnlyList<Label> missing = inSelectsOnly ? [] : environments.Declared.Missing(declared);
            if (missing.Count > 0)
            {
                throw context.Error(
                    BazelErrorCode.Environment,
                    $"dependency {dependency.Label} doesn't support expected environment{(missing.Count == 1 ? "" : "s")}: {string.Join(", ", missing)}; "
                    + "name them in its compatible_with, or narrow what this target is restricted_to");
            }

            Refine(rule, dependency.Label, environments, declared, refined, shrunk, removed);
        }

        if (shrunk.FirstOrDefault(group => !refined.Groups.Contains(group)) is { } empty)
        {
            throw context.Error(
                BazelErrorCode.Environment,
                "the flags of this build disqualify all supported environments because of incompatible select() paths:\n"
                + string.Join('\n', empty.Environments.Where(removed.ContainsKey).Select(e => Explain(e, removed[e]))));
        }

        return new(declared, refined, removed);
    }

    /// <summary>For targets that are asked for by name: they must support the environments of --target_environment.</summary>
    public static void CheckWanted(ConfiguredTarget target, AnalysisEnvironment environment)
    {
        if (target.Configuration?.Options.NativeFlags.GetValueOrDefault("target_environment") is not { Count: > 0 } wanted || target.Target.AssociatedRule is not { } rule || Exempt.Contains(rule.RuleClass.Name))
            return;
        var expected = new EnvironmentSet();
        foreach (Label label in wanted.SelectMany(w => w.Split(',')).Select(w => Label.Parse(w, PackageId.MainRoot)))
            Add(expected, label, environment);
        SupportedEnvironments supported = target.Environments ?? SupportedEnvironments.Unsaid;
        Label[] missing = [.. supported.Refined.Missing(expected).Where(expected.Contains)];
        if (missing.Length > 0)
        {
            throw new BazelException(
                BazelErrorCode.Environment,
                $"this is a restricted-environment build: {target.Label} declares compatibility with [{string.Join(", ", supported.Declared.Environments)}], but does not support:\n"
                + string.Join('\n', missing.Select(m => supported.Removed.TryGetValue(m, out RemovedEnvironment? why) ? Explain(m, why) : $"  {m}")),
                rule.Location, target.Label);
        }
    }

    private static bool Says(Rule rule, string attribute) => rule.IsExplicit(attribute) || rule.GetRaw(attribute) is Label[] { Length: > 0 };

    private static EnvironmentSet Declared(Rule rule, RuleContext context)
    {
        EnvironmentSet restricted = Read(rule, "restricted_to", context), compatible = Read(rule, "compatible_with", context);
        EnvironmentSet all = restricted.Copy();
        foreach ((Label environment, EnvironmentGroup group) in compatible.Grouped)
        {
            if (restricted.Grouped.FirstOrDefault(r => r.Value == group) is { Key: { } other })
            {
                throw context.AttributeError("compatible_with", environment.Equals(other)
                    ? $"{environment} cannot appear both here and in restricted_to"
                    : $"{environment} and {other} belong to the same environment group. They should be declared together either here or in restricted_to");
            }

            all.Add(environment, group);
        }

        foreach (EnvironmentGroup group in compatible.Groups)
        {
            foreach (Label environment in group.Defaults)
                all.Add(environment, group);
        }

        return all;
    }

    private static EnvironmentSet Read(Rule rule, string attribute, RuleContext context)
    {
        var environments = new EnvironmentSet();
        var labels = (Label[]?)rule.GetRaw(attribute) ?? [];
        if (labels.Length == 0 && attribute == "restricted_to" && rule.IsExplicit(attribute))
            throw context.AttributeError(attribute, "attribute cannot be empty");
        foreach (Label label in labels)
            Add(environments, label, context.Environment);
        return environments;
    }

    private static void Add(EnvironmentSet environments, Label label, AnalysisEnvironment environment)
    {
        Target target = environment.Targets.Find(label);
        if (target is not Rule { RuleClass.Name: "environment" })
            throw new BazelException(BazelErrorCode.Environment, $"{label} is not a valid environment definition", target.Location, label);
        EnvironmentGroup group = target.Package.Targets.Values.OfType<EnvironmentGroup>().FirstOrDefault(g => g.Environments.Contains(label))
            ?? throw new BazelException(BazelErrorCode.Environment, $"cannot find the group for environment {label}; name it in an environment_group() of its package", target.Location, label);
        environments.Add(label, group);
    }

    /// <summary>What its attributes name for the target itself, and whether only selects name it.</summary>
    private static IEnumerable<(ConfiguredTarget Dependency, bool InSelectsOnly)> Dependencies(RuleContext context)
    {
        var found = new OrderedDictionary<ConfiguredTarget, bool>();
        for (int i = 0; i < context.Rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = context.Rule.RuleClass.Attributes[i];
            if (!schema.IsLabel || schema.IsNodep || schema.Transition == AttributeTransition.Exec || Unchecked.Contains(schema.Name) || !context.Rule.IsExplicit(i))
                continue;
            HashSet<Label> always = context.Rule.GetRaw(i) is ConfigurableValue configurable
                ? [.. configurable.Parts.Where(p => p.Branches is null || p.Branches is [{ Key: var only }] && ConfigurablePart.IsDefault(only))
                    .SelectMany(p => AttributeLabels.Of(p.Branches is null ? p.Plain : p.Branches[0].Value, includeConditions: false))]
                : [.. AttributeLabels.Of(context.Rule.GetRaw(i), includeConditions: false)];
            foreach ((Label label, ConfiguredTarget dependency) in AttributeLabels.Of(context.GetValue(i), includeConditions: false).Zip(context.Prerequisites(i)))
            {
                if (dependency.Target.AssociatedRule is not { } rule || Exempt.Contains(rule.RuleClass.Name))
                    continue;
                found[dependency] = found.GetValueOrDefault(dependency, true) && !always.Contains(label);
            }
        }

        return found.Select(f => (f.Key, f.Value));
    }

    private static void Refine(
        Rule rule, Label dependency, SupportedEnvironments environments, EnvironmentSet declared, EnvironmentSet refined,
        HashSet<EnvironmentGroup> shrunk, Dictionary<Label, RemovedEnvironment> removed)
    {
        var pruned = new HashSet<Label>();
        foreach (Label environment in environments.Refined.Missing(declared))
        {
            EnvironmentGroup? group = declared.Grouped.Concat(refined.Grouped).FirstOrDefault(e => e.Key.Equals(environment)).Value;
            if (group is null)
            {
                // The default of a group of which this target says nothing: now it has to say what is left.
                group = environments.Refined.Groups.First(g => g.Defaults.Contains(environment));
                foreach (Label initial in group.Defaults)
                    refined.Add(initial, group);
            }

            refined.Remove(environment);
            shrunk.Add(group);
            removed[environment] = environments.Removed.GetValueOrDefault(environment) ?? new(rule, dependency);
            pruned.Add(environment);
        }

        // What fulfilled an environment that went may itself be left.
        foreach ((Label environment, EnvironmentGroup group) in environments.Refined.Grouped)
        {
            if (group.FulfillersOf(environment).Any(pruned.Contains))
                refined.Add(environment, group);
        }
    }

    private static string Explain(Label environment, RemovedEnvironment removed) =>
        $"  environment: {environment}\n    removed by: {removed.By.Label} ({removed.By.Location})\n    because of a select() that chooses dep: {removed.Dependency}\n    which lacks: {environment}";
}
