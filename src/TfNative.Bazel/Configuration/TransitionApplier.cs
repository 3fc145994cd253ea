using System.Security.Cryptography;
using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// Applies transitions written in Starlark (https://bazel.build/extending/config#user-defined-transitions): calls them with the settings
/// that they read and makes configurations with those that they change.
/// </summary>
internal sealed class TransitionApplier(TranslationRequest request, Func<StarlarkThread> createThread)
{
    private const string NativePrefix = "//command_line_option:";

    private readonly Dictionary<(BuildConfiguration, string), BuildConfiguration> made = [];

    /// <returns>The configurations with the keys of a split; one without a key for a plain transition.</returns>
    /// <exception cref="BazelException">It fails, names an unknown setting or changes one that it did not declare.</exception>
    public IReadOnlyList<(string Key, BuildConfiguration Configuration)> Apply(TransitionValue transition, BuildConfiguration from, RuleContext rule)
    {
        var settings = new StarlarkDict();
        foreach (string input in transition.Inputs)
            settings[input] = Read(transition, input, from, rule);
        Value result;
        try
        {
            result = createThread().Call(transition.Implementation, [settings, StarlarkAttributes.Unanalysed(rule)]);
        }
        catch (StarlarkException e)
        {
            throw new BazelException(BazelErrorCode.RuleFailed, $"in a transition of {rule.Label}:\n{e.Render()}", rule.Rule.Location, rule.Label, e);
        }

        if (result.As<StarlarkDict>() is { } dict)
        {
            // Nothing stands for all as it was.
            if (dict.Count == 0)
                return [("", from)];
            return dict.All(e => e.Value.As<StarlarkDict>() is not null)
                ? [.. dict.Select(e => (e.Key.ToString(), Create(transition, from, e.Value.As<StarlarkDict>()!, rule)))]
                : [("", Create(transition, from, dict, rule))];
        }

        if (result.IsNone)
            return [("", from)];
        return [.. (SequenceReader.Of(result) ?? []).Select((d, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), Create(
            transition, from, d.As<StarlarkDict>() ?? throw rule.Error(BazelErrorCode.RuleFailed, $"a transition must return dicts, not {d.TypeName}"), rule)))];
    }

    private static Value Read(TransitionValue transition, string name, BuildConfiguration from, RuleContext rule)
    {
        if (!name.StartsWith(NativePrefix, StringComparison.Ordinal))
        {
            Label label = transition.Labels.Convert(name);
            return rule.Environment.Settings.ReadValue(FindSetting(label, name, from, rule), from);
        }

        string option = name[NativePrefix.Length..];
        IReadOnlyList<string> values = NativeOptions.Get(from.Options, option) ?? throw Unknown(name, rule);
        return NativeOptions.IsList(option) ? new StarlarkList(values.Select(v => (Value)v))
            : values.Count == 0 ? Value.None
            : values[^1] switch { "true" => true, "false" => false, string text => text };
    }

    private BuildConfiguration Create(TransitionValue transition, BuildConfiguration from, StarlarkDict changes, RuleContext rule)
    {
        var text = new StringBuilder();
        BuildOptions options = from.Options;
        foreach ((Value key, Value value) in changes)
        {
            string name = key.ToString();
            if (!transition.Outputs.Contains(name))
                throw rule.Error(BazelErrorCode.RuleFailed, $"transition function returned undeclared output '{name}'; add it to the transition's outputs");
            string[] values = [.. (value.IsNone ? [] : value.As<StarlarkSequence>() ?? (IReadOnlyList<Value>)[value]).Select(Text)];
            bool same;
            if (name.StartsWith(NativePrefix, StringComparison.Ordinal))
            {
                string option = name[NativePrefix.Length..];
                same = (NativeOptions.Get(options, option) ?? throw Unknown(name, rule)).SequenceEqual(values);
                if (!same)
                    options = NativeOptions.With(options, option, values);
            }
            else
            {
                Rule setting = FindSetting(transition.Labels.Convert(name), name, from, rule);
                CheckType(setting, name, value, rule);
                same = rule.Environment.Settings.Read(setting.Label, from).Values.SequenceEqual(values.Select(v => rule.Environment.Settings.Normalize(setting.Label, v, from)));
                if (!same)
                    options = options with { Flags = new Dictionary<Label, IReadOnlyList<string>>(options.Flags) { [setting.Label] = values } };
            }

            if (!same)
                text.Append(name).Append('=').AppendJoin(',', values).Append('\n');
        }

        if (transition.Outputs.FirstOrDefault(output => !changes.TryGetValue(output, out _)) is { } undefined)
            throw rule.Error(BazelErrorCode.RuleFailed, $"the transition's output '{undefined}' was not defined by its function; return a value for it, or take it out of the outputs");
        if (text.Length == 0)
            return from;
        string change = text.ToString();
        if (made.TryGetValue((from, change), out BuildConfiguration? known))
            return known;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from.Options.TransitionHash + change)))[..12];
        // Tools are not built once more for each instruction set.
        BuildConfiguration? normal = from.Normal is { } before ? Create(transition, before, changes, rule) : null;
        return made[(from, change)] = new(options with { TransitionHash = hash }, target => normal?.Exec ?? ConfigurationFactory.CreateExec(target, request)) { Normal = normal };
    }

    private static Rule FindSetting(Label label, string name, BuildConfiguration from, RuleContext rule)
    {
        try
        {
            return rule.Environment.Settings.FindSetting(label, from) is { RuleClass.BuildSetting: not null } setting ? setting : throw Unknown(name, rule);
        }
        catch (BazelException e) when (e.Code is BazelErrorCode.NoSuchTarget or BazelErrorCode.NoSuchPackage)
        {
            throw rule.Error(BazelErrorCode.UnknownFlag, $"a transition names the unknown setting '{name}': {e.Message}");
        }
    }

    /// <exception cref="BazelException"><see cref="BazelErrorCode.WrongAttributeType"/>.</exception>
    private static void CheckType(Rule setting, string name, Value value, RuleContext rule)
    {
        BuildSettingKind kind = setting.RuleClass.BuildSetting!;
        AttributeType type = kind.AllowMultiple && kind.Type == AttributeType.String ? AttributeType.StringList : kind.Type;
        try
        {
            AttributeConverter.Convert(type, value, setting.Package.Labels, () => $"the build setting {name} that a transition sets");
        }
        catch (BazelException e)
        {
            throw e.At(rule.Rule.Location, rule.Label);
        }
    }

    private static string Text(Value value) => value.IsBool ? value.Truth ? "true" : "false" : value.ToString();

    private static BazelException Unknown(string name, RuleContext rule) => rule.Error(
        BazelErrorCode.UnknownFlag, $"a transition names the unknown setting '{name}'");
}
