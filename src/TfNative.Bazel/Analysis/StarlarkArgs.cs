using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.actions.args() (https://bazel.build/rules/lib/builtins/Args): arguments that are only expanded with the action.</summary>
internal sealed class StarlarkArgs : StarlarkObject
{
    private readonly List<Func<StarlarkThread, IEnumerable<string>>> parts = [];
    private readonly Dictionary<string, Builtin> methods;

    public StarlarkArgs()
    {
        methods = new[]
        {
            new Builtin("add", "arg_name_or_value, value=unbound, /, *, format=None", Add),
            new Builtin("add_all", CollectionParameters + ", before_each=None, terminate_with=None, expand_directories=True, allow_closure=False", AddAll),
            new Builtin("add_joined", CollectionParameters + ", join_with, format_joined=None, expand_directories=True, allow_closure=False", AddJoined),
            new Builtin("use_param_file", "param_file_arg, *, use_always=False", (in CallContext c) =>
            {
                ParamFileFlag = Placeholder(c, c.String(0));
                AlwaysParamFile = c[1].Truth;
                return this;
            }),
            new Builtin("set_param_file_format", "format", (in CallContext c) =>
            {
                ParamFileFormat = c.String(0) switch
                {
                    "multiline" => ParamFileFormat.Multiline,
                    "shell" => ParamFileFormat.ShellQuoted,
                    "flag_per_line" => ParamFileFormat.FlagPerLine,
                    string other => throw c.Error($"Invalid value for parameter \"format\": Expected one of \"shell\", \"multiline\", \"flag_per_line\", got \"{other}\""),
                };
                return this;
            }),
        }.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    private const string CollectionParameters =
        "arg_name_or_values, values=unbound, /, *, map_each=None, format_each=None, omit_if_empty=True, uniquify=False";

    public string? ParamFileFlag { get; private set; }

    public bool AlwaysParamFile { get; private set; }

    public ParamFileFormat ParamFileFormat { get; private set; } = ParamFileFormat.ShellQuoted;

    public override string TypeName => "Args";

    public override IEnumerable<string> AttributeNames => methods.Keys;

    public override bool TryGetAttribute(string name, out Value value)
    {
        bool found = methods.TryGetValue(name, out Builtin? method);
        value = method;
        return found;
    }

    public string[] Expand(StarlarkThread thread) => [.. parts.SelectMany(p => p(thread))];

    private Value Add(in CallContext c)
    {
        string? flag = c.IsGiven(1) ? c.String(0) : null;
        Value value = c.IsGiven(1) ? c[1] : c[0];
        if (SequenceReader.IsSequence(value))
            throw c.Error($"Args.add() takes one value, not a {value.TypeName}; use Args.add_all() or Args.add_joined()");
        string text = Format(Placeholder(c, c.StringOrNone(2)), Text(value));
        parts.Add(_ => flag is null ? [text] : [flag, text]);
        return this;
    }

    private Value AddAll(in CallContext c)
    {
        string? flag = c.IsGiven(1) ? c.StringOrNone(0) : null, format = c.StringOrNone(3), before = c.StringOrNone(6), last = c.StringOrNone(7);
        Value values = Values(c), map = c[2];
        bool omit = c[4].Truth, unique = c[5].Truth, expand = c[8].Truth;
        Placeholder(c, format);
        parts.Add(thread =>
        {
            string[] items = Items(thread, values, map, format, unique, expand);
            if (items.Length == 0 && omit)
                return [];
            return [.. One(flag), .. items.SelectMany(i => before is null ? (string[])[i] : [before, i]), .. One(last)];
        });
        return this;
    }

    private Value AddJoined(in CallContext c)
    {
        string? flag = c.IsGiven(1) ? c.StringOrNone(0) : null, format = c.StringOrNone(3), joined = c.StringOrNone(7);
        Value values = Values(c), map = c[2];
        string with = c.String(6);
        Placeholder(c, format);
        Placeholder(c, joined);
        bool omit = c[4].Truth, unique = c[5].Truth, expand = c[8].Truth;
        parts.Add(thread =>
        {
            string[] items = Items(thread, values, map, format, unique, expand);
            return items.Length == 0 && omit ? [] : [.. One(flag), Format(joined, string.Join(with, items))];
        });
        return this;
    }

    private static Value Values(in CallContext c)
    {
        Value values = c.IsGiven(1) ? c[1] : c[0];
        return SequenceReader.IsSequence(values) ? values
            : throw c.Error($"in call to {c.Name}(), parameter 'values' got value of type '{values.TypeName}', want 'sequence or depset'");
    }

    /// <summary>A format has one place for a value; null stays.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(format))]
    private static string? Placeholder(in CallContext c, string? format) =>
        format is null || format.Replace("%%", "", StringComparison.Ordinal).Contains("%s", StringComparison.Ordinal)
            ? format
            : throw c.Error($"Invalid value for parameter \"format\": Expected string with a single \"%s\", got \"{format}\"");

    /// <summary>The elements of a sequence or depset as one text.</summary>
    internal static string Join(StarlarkThread thread, Value values, Value map, string separator, string? format, bool unique) =>
        Format(format, string.Join(separator, Items(thread, values, map, null, unique, expandDirectories: false)));

    private static string[] One(string? text) => text is null ? [] : [text];

    private static string[] Items(StarlarkThread thread, Value values, Value map, string? format, bool unique, bool expandDirectories)
    {
        // Which files an action leaves in a directory is known only when it has run.
        if (expandDirectories && (SequenceReader.Of(values) ?? []).Select(v => v.As<FileValue>()).FirstOrDefault(f => f?.Artifact is { IsOutput: true, Kind: ArtifactKind.Directory }) is { } directory)
        {
            throw StarlarkException.Create(
                $"the files of the directory '{directory.Path}' cannot be listed as arguments; pass expand_directories = False, and let the program look into it");
        }

        IEnumerable<string> items = (SequenceReader.Of(values) ?? []).SelectMany(v => Mapped(thread, v, map)).Select(t => Format(format, t));
        return [.. unique ? items.Distinct() : items];
    }

    private static IEnumerable<string> Mapped(StarlarkThread thread, Value value, Value map)
    {
        if (map.IsNone)
            return [Text(value)];
        Value mapped = thread.Call(map, [value]);
        return mapped.IsNone ? [] : mapped.IsString ? [mapped.AsString()!] : (SequenceReader.Of(mapped) ?? []).Select(Text);
    }

    private static string Text(Value value) => value.As<FileValue>()?.Path ?? value.ToString();

    private static string Format(string? format, string text) =>
        format is null ? text : format.Replace("%%", "\0", StringComparison.Ordinal).Replace("%s", text, StringComparison.Ordinal).Replace('\0', '%');
}
