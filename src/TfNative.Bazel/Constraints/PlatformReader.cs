using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>Tells which constraint values the platform of a configuration has: the one that the option platforms names, else the one
/// that the processor stands for (https://bazel.build/extending/platforms).</summary>
internal sealed class PlatformReader(TargetFinder targets)
{
    private const int MostParents = 50;

    private readonly ConcurrentDictionary<Label, IReadOnlyList<Label>> known = new();

    /// <param name="constraint">A constraint value; aliases are followed.</param>
    /// <exception cref="BazelException">It is none, or the option platforms names something else than a platform.</exception>
    public bool Has(Label constraint, BuildConfiguration configuration)
    {
        IReadOnlyList<Label> values = Constraints(configuration);
        Rule rule = targets.FindRule(constraint, configuration);
        return values.Contains(rule.Label) || IsDefault(rule) && !values.Any(value => SameSetting(value, rule));
    }

    private IReadOnlyList<Label> Constraints(BuildConfiguration configuration)
    {
        BuildOptions options = configuration.Options;
        // Tools run on this machine, whatever is built for.
        if (options.IsExec || options.NativeFlags.GetValueOrDefault("platforms") is not [.., { Length: > 0 } platforms])
            return options.PlatformConstraints;
        Label platform = Label.Parse(platforms.Split(',')[0], PackageId.MainRoot);
        return known.GetOrAdd(platform, label => Read(label, configuration, 0));
    }

    /// <summary>The values of a platform and those of its parent of whose settings it says nothing.</summary>
    private IReadOnlyList<Label> Read(Label platform, BuildConfiguration configuration, int depth)
    {
        Rule rule = targets.FindRule(platform, configuration);
        if (rule.RuleClass.Name != "platform")
            throw new BazelException(BazelErrorCode.UnknownFlag, $"{platform} was named as a platform, and is a {rule.Kind}", rule.Location, rule.Label);
        if (depth > MostParents)
            throw new BazelException(BazelErrorCode.DependencyCycle, $"the parents of the platform {platform} lead back to itself", rule.Location, rule.Label);
        Rule[] own = [.. Values(rule, "constraint_values").Select(value => targets.FindRule(value, configuration))];
        if (own.GroupBy(SettingOf).FirstOrDefault(group => group.Key is not null && group.Skip(1).Any()) is { } twice)
        {
            throw new BazelException(
                BazelErrorCode.RuleFailed, $"{platform}: several values of the constraint {twice.Key}: {string.Join(", ", twice.Select(v => v.Label))}; a platform has one", rule.Location, rule.Label);
        }

        IEnumerable<Label> inherited = Values(rule, "parents") is [{ } parent, ..] ? Read(parent, configuration, depth + 1) : [];
        return [.. own.Select(value => value.Label), .. inherited.Where(value => !own.Any(o => SameSetting(value, o)))];
    }

    private bool SameSetting(Label value, Rule other) =>
        targets.Find(value) is Rule rule && SettingOf(rule) is { } setting && setting.Equals(SettingOf(other));

    private bool IsDefault(Rule value) =>
        SettingOf(value) is { } setting && targets.Find(setting) is Rule rule && rule.GetRaw("default_constraint_value") is Label initial && initial.Equals(value.Label);

    private static Label? SettingOf(Rule value) => value.GetRaw("constraint_setting") as Label;

    private static Label[] Values(Rule platform, string attribute) => platform.GetRaw(attribute) as Label[] ?? [];
}
