using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>
/// Decides whether the conditions of select() hold in a configuration: config_setting in all its kinds and constraint
/// values (Bazel's ConfigSetting.java).
/// </summary>
internal sealed class ConditionEvaluator(TargetFinder targets, AttributeResolver attributes, BuildSettingReader settings, PlatformReader platforms)
{
    private readonly ConcurrentDictionary<(Label, BuildConfiguration), ConditionMatch> known = new();

    /// <exception cref="BazelException">The label names nothing that can be a condition.</exception>
    public ConditionMatch Evaluate(Label condition, BuildConfiguration configuration)
    {
        if (known.TryGetValue((condition, configuration), out ConditionMatch? match))
            return match;
        match = Compute(condition, configuration);
        known[(condition, configuration)] = match;
        return match;
    }

    private ConditionMatch Compute(Label condition, BuildConfiguration configuration)
    {
        Rule rule = targets.FindRule(condition, configuration);
        return rule.RuleClass.Name switch
        {
            "config_setting" => EvaluateSetting(rule, configuration),
            "constraint_value" => EvaluateConstraint(rule.Label, configuration),
            _ => throw new BazelException(
                BazelErrorCode.RuleFailed,
                $"{condition} is not a valid select() condition: it is a {rule.Kind}, want config_setting or constraint_value",
                rule.Location, rule.Label),
        };
    }

    private ConditionMatch EvaluateConstraint(Label constraint, BuildConfiguration configuration)
    {
        bool holds = platforms.Has(constraint, configuration);
        return new(holds, new HashSet<string> { constraint.ToString() }, holds ? "" : $"the platform has no {constraint}");
    }

    private ConditionMatch EvaluateSetting(Rule rule, BuildConfiguration configuration)
    {
        var demands = new HashSet<string>(StringComparer.Ordinal);
        List<string> mismatches = [];
        BuildOptions options = configuration.Options;

        foreach ((string name, string expected) in attributes.Get<OrderedDictionary<string, string>>(rule, "values", configuration)!)
            MatchNative(name, expected, options, demands, mismatches, rule);

        foreach ((string name, string expected) in attributes.Get<OrderedDictionary<string, string>>(rule, "define_values", configuration)!)
        {
            demands.Add($"define {name}={expected}");
            if (!options.Defines.TryGetValue(name, out string? actual) || actual != expected)
                mismatches.Add($"--define {name}={expected} (is {(actual is null ? "not set" : actual)})");
        }

        foreach ((Label flag, string expected) in attributes.Get<OrderedDictionary<Label, string>>(rule, "flag_values", configuration)!)
        {
            (Label actualFlag, IReadOnlyList<string> actual) = settings.Read(flag, configuration);
            demands.Add($"{actualFlag}={expected}");
            if (!actual.Contains(settings.Normalize(actualFlag, expected, configuration)))
                mismatches.Add($"--{actualFlag}={expected} (is {string.Join(',', actual)})");
        }

        foreach (Label constraint in attributes.Get<Label[]>(rule, "constraint_values", configuration)!)
        {
            Label actual = targets.FindRule(constraint, configuration).Label;
            demands.Add(actual.ToString());
            if (!platforms.Has(actual, configuration))
                mismatches.Add($"platform with {actual}");
        }

        if (demands.Count == 0)
        {
            throw new BazelException(
                BazelErrorCode.RuleFailed, $"{rule.Label}: either values, flag_values, define_values or constraint_values of a config_setting must be given", rule.Location, rule.Label);
        }

        return new(mismatches.Count == 0, demands, mismatches.Count == 0 ? "" : "needs " + string.Join(", ", mismatches));
    }

    private static void MatchNative(string name, string expected, BuildOptions options, HashSet<string> demands, List<string> mismatches, Rule rule)
    {
        demands.Add($"{name}={expected}");
        if (name == "define")
        {
            int equals = expected.IndexOf('=', StringComparison.Ordinal);
            (string variable, string value) = equals < 0 ? (expected, "1") : (expected[..equals], expected[(equals + 1)..]);
            if (!options.Defines.TryGetValue(variable, out string? defined) || defined != value)
                mismatches.Add($"--define {expected}");
            return;
        }

        IReadOnlyList<string> actual = NativeOptions.Get(options, name) ?? throw new BazelException(
            BazelErrorCode.UnknownFlag, $"{rule.Label}: unknown option '{name}' in values of config_setting", rule.Location, rule.Label);
        if (!actual.Contains(expected, StringComparer.OrdinalIgnoreCase) && !(name.EndsWith("crosstool_top", StringComparison.Ordinal) && actual.Any(a => SameLabel(a, expected))))
            mismatches.Add($"--{name}={expected} (is {(actual.Count == 0 ? "not set" : string.Join(',', actual))})");
    }

    private static bool SameLabel(string a, string b) =>
        Label.Parse(a, PackageId.MainRoot).Equals(Label.Parse(b, PackageId.MainRoot));
}
