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

    /// <returns>The setting's own label, aliases followed, and its values as text.</returns>
    public (Label Setting, IReadOnlyList<string> Values) Read(Label label, BuildConfiguration configuration)
    {
        Rule rule = targets.FindRule(label, configuration);
        if (Native.TryGetValue(rule.RuleClass.Name, out Func<BuildOptions, string>? native))
            return (rule.Label, [native(configuration.Options)]);
        BuildSettingKind kind = rule.RuleClass.BuildSetting ?? throw NotASetting(rule);
        if (configuration.Options.Flags.TryGetValue(rule.Label, out IReadOnlyList<string>? set))
            return (rule.Label, [.. set.Select(v => Normalize(kind, v))]);
        return (rule.Label, Texts(rule.GetRaw("build_setting_default")));
    }

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
            _ => values[^1],
        };
    }

    public string Normalize(Label setting, string value, BuildConfiguration configuration) =>
        targets.FindRule(setting, configuration).RuleClass.BuildSetting is { } kind ? Normalize(kind, value) : value;

    private static string Normalize(BuildSettingKind kind, string value) => kind.Type != AttributeType.Boolean
        ? value
        : value.ToUpperInvariant() is "1" or "TRUE" or "YES" or "ON" or "T" or "Y" ? "true" : "false";

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
