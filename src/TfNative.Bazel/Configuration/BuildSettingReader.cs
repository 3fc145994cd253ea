using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Reads the values of build settings (bool_flag, string_flag, ...) in a configuration.</summary>
internal sealed class BuildSettingReader(TargetFinder targets)
{
    /// <summary>Values that rules of Bazel's own give, such as the compiler's name; by rule class.</summary>
    private static readonly Dictionary<string, Func<BuildOptions, string>> Native = new(StringComparer.Ordinal)
    {
        ["compiler_flag"] = o => o.Compiler,
    };

    /// <summary>The setting that a label means: aliases are followed, but a label_flag stands for itself.</summary>
    /// <exception cref="BazelException">It is no rule.</exception>
    public Rule FindSetting(Label label, BuildConfiguration configuration) =>
        targets.Find(label) is Rule { RuleClass.BuildSetting: not null } setting ? setting
        : targets.Find(label) is Rule { RuleClass.Name: "alias" or "bind" } alias ? FindSetting(targets.Actual(alias, configuration), configuration)
        : targets.FindRule(label, configuration);

    /// <summary>Checks the settings that a project gives, before anything reads them.</summary>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.UnknownFlag"/>: no such setting, or no value of its type.</exception>
    public void Check(BuildConfiguration configuration)
    {
        foreach ((Label flag, IReadOnlyList<string> values) in configuration.Options.Flags)
        {
            BuildSettingKind kind;
            try
            {
                Rule rule = FindSetting(flag, configuration);
                kind = rule.RuleClass.BuildSetting ?? throw NotASetting(rule);
            }
            catch (BazelException e)
            {
                throw new BazelException(BazelErrorCode.UnknownFlag, $"BazelFlag '--{flag}': {e.Message}", e.Location, e.Label, e);
            }

            string? wrong = values.FirstOrDefault(value => kind.Type switch
            {
                AttributeType.Boolean => !IsOn(value) && !IsOff(value),
                AttributeType.Integer => !int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
                _ => false,
            });
            if (wrong is not null)
            {
                throw new BazelException(
                    BazelErrorCode.UnknownFlag, $"BazelFlag '--{flag}': '{wrong}' is no {(kind.Type == AttributeType.Boolean ? "truth value" : "number")}", label: flag);
            }
        }
    }

    private static bool IsOn(string value) => value.ToUpperInvariant() is "1" or "TRUE" or "YES" or "ON" or "T" or "Y";

    private static bool IsOff(string value) => value.ToUpperInvariant() is "0" or "FALSE" or "NO" or "OFF" or "F" or "N";

    /// <returns>The setting's own label, aliases followed, and its values as text.</returns>
    public (Label Setting, IReadOnlyList<string> Values) Read(Label label, BuildConfiguration configuration)
    {
        Rule rule = FindSetting(label, configuration);
        if (Native.TryGetValue(rule.RuleClass.Name, out Func<BuildOptions, string>? native))
            return (rule.Label, [native(configuration.Options)]);
        BuildSettingKind kind = rule.RuleClass.BuildSetting ?? throw NotASetting(rule);
        if (configuration.Options.Flags.TryGetValue(rule.Label, out IReadOnlyList<string>? set))
            return (rule.Label, [.. set.SelectMany(v => Split(kind, v)).Select(v => Normalize(kind, v))]);
        return (rule.Label, Texts(rule.GetRaw("build_setting_default")));
    }

    /// <summary>A list stands on a command line with commas, unless each of its elements is given on its own
    /// (https://bazel.build/rules/lib/toplevel/config#string_list).</summary>
    private static string[] Split(BuildSettingKind kind, string value) =>
        kind is { Type: AttributeType.StringList, AllowMultiple: false } ? value.Split(',', StringSplitOptions.RemoveEmptyEntries) : [value];

    /// <summary>The value as Starlark code sees it (ctx.build_setting_value).</summary>
    public Value ReadValue(Rule rule, BuildConfiguration configuration)
    {
        BuildSettingKind kind = rule.RuleClass.BuildSetting ?? throw NotASetting(rule);
        (_, IReadOnlyList<string> values) = Read(rule.Label, configuration);
        return kind.Type switch
        {
            AttributeType.Boolean => values[^1] == "true",
            AttributeType.Integer => int.Parse(values[^1], System.Globalization.CultureInfo.InvariantCulture),
            AttributeType.StringList => new StarlarkList(values.Select(v => (Value)v)),
            _ when kind.AllowMultiple => new StarlarkList(values.Select(v => (Value)v)),
            AttributeType.Label => new LabelValue(Label.Parse(values[^1], PackageId.MainRoot)),
            _ => values[^1],
        };
    }

    public string Normalize(Label setting, string value, BuildConfiguration configuration) =>
        FindSetting(setting, configuration).RuleClass.BuildSetting is { } kind ? Normalize(kind, value) : value;

    private static string Normalize(BuildSettingKind kind, string value) => kind.Type switch
    {
        AttributeType.Boolean => IsOn(value) ? "true" : "false",
        AttributeType.Label => Label.Parse(value, PackageId.MainRoot).ToString(),
        _ => value,
    };

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        bool b => [b ? "true" : "false"],
        string[] list => list,
        null => [""],
        _ => [Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!],
    };

    private static BazelException NotASetting(Rule rule) => new(
        BazelErrorCode.UnknownFlag, $"{rule.Label} is a {rule.Kind}, not a build setting", rule.Location, rule.Label);
}
