using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.actions.args() (https://bazel.build/rules/lib/builtins/Args): arguments that are only expanded with the action.</summary>
internal sealed class StarlarkArgs : StarlarkObject
{
    private readonly List<Func<StarlarkThread, ArgumentList>> parts = [];
    private readonly Dictionary<string, Builtin> methods;
    private readonly RuleContext rule;

    public StarlarkArgs(RuleContext rule)
    {
        this.rule = rule;
        methods = new[]
        {
            new Builtin("add", "arg_name_or_value, value=unbound, /, *, format=None", Add),
            new Builtin("add_all", CollectionParameters + ", before_each=None, terminate_with=None, expand_directories=True, allow_closure=False", AddAll),
            new Builtin("add_joined", CollectionParameters + ", join_with, format_joined=None, expand_directories=True, allow_closure=False", AddJoined),
            new Builtin("use_param_file", "param_file_arg, *, use_always=False", (in CallContext c) =>
            {
                ParamFileFlag = Format(c, c.String(0));
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

    public ArgumentFormat? ParamFileFlag { get; private set; }

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

    /// <summary>The arguments; where folders are to be replaced by their files, the folders stand for themselves.</summary>
    /// <param name="thread">Calls map_each.</param>
    /// <param name="directories">Gets the parts to be made anew when the action runs, counted from the first argument.</param>
    public string[] Expand(StarlarkThread thread, List<DirectoryArguments> directories)
    {
        var result = new List<string>();
        foreach (ArgumentList list in parts.Select(part => part(thread)))
        {
            string[] arguments = list.ToArray();
            if (list.HasDirectories)
                directories.Add(new(result.Count, arguments.Length, list));
            result.AddRange(arguments);
        }

        return [.. result];
    }

    private Value Add(in CallContext c)
    {
        string? flag = c.IsGiven(1) ? c.String(0) : null;
        Value value = c.IsGiven(1) ? c[1] : c[0];
        if (SequenceReader.IsSequence(value))
            throw c.Error($"Args.add() takes one value, not a {value.TypeName}; use Args.add_all() or Args.add_joined()");
        var list = new ArgumentList { Flag = flag, Values = [new(Text(value))], FormatEach = Format(c, c.StringOrNone(2)) };
        parts.Add(_ => list);
        return this;
    }

    /// <summary>What add_all and add_joined are told alike.</summary>
    private static ArgumentList List(in CallContext c) => new()
    {
        Flag = c.IsGiven(1) ? c.StringOrNone(0) : null,
        Values = [],
        FormatEach = Format(c, c.StringOrNone(3)),
        OmitIfEmpty = c[4].Truth,
        Unique = c[5].Truth,
    };

    private Value AddAll(in CallContext c)
    {
        ArgumentList list = List(c) with
        {
            BeforeEach = c.StringOrNone(6),
            TerminateWith = c.StringOrNone(7),
        };
        return Add(list, Values(c), map: c[2], expandDirectories: c[8].Truth);
    }

    private Value AddJoined(in CallContext c)
    {
        ArgumentList list = List(c) with
        {
            JoinWith = c.String(6),
            FormatJoined = Format(c, c.StringOrNone(7)),
        };
        return Add(list, Values(c), map: c[2], expandDirectories: c[8].Truth);
    }

    private StarlarkArgs Add(ArgumentList list, Value values, Value map, bool expandDirectories)
    {
        parts.Add(thread => Fill(list, thread, values, map, expandDirectories));
        return this;
    }

    private static Value Values(in CallContext c)
    {
        Value values = c.IsGiven(1) ? c[1] : c[0];
        return SequenceReader.IsSequence(values) ? values
            : throw c.Error($"in call to {c.Name}(), parameter 'values' got value of type '{values.TypeName}', want 'sequence or depset'");
    }

    /// <summary>A format as Starlark writes it; null stays.</summary>
    internal static ArgumentFormat? Format(in CallContext c, string? format) => format is null ? null : ArgumentFormat.Parse(format)
        ?? throw c.Error($"Invalid value for parameter \"format\": Expected string with a single \"%s\", got \"{format}\"");

    /// <summary>The elements of a sequence or depset as one text.</summary>
    internal static string Join(StarlarkThread thread, Value values, Value map, string separator, ArgumentFormat? format, bool unique)
    {
        var list = new ArgumentList
        {
            Values = [.. (SequenceReader.Of(values) ?? []).SelectMany(v => Mapped(thread, v, map)).Select(text => new ArgumentValue(text))],
            JoinWith = separator,
            FormatJoined = format,
            Unique = unique,
            OmitIfEmpty = false,
        };
        return list.ToArray()[0];
    }

    private ArgumentList Fill(ArgumentList list, StarlarkThread thread, Value values, Value map, bool expandDirectories)
    {
        var items = new List<ArgumentValue>();
        string? function = null;
        foreach (Value value in SequenceReader.Of(values) ?? [])
        {
            FileValue? directory = value.As<FileValue>() is { Artifact: { IsOutput: true, Kind: ArtifactKind.Directory } } file ? file : null;
            ArgumentValueKind kind = directory is null ? ArgumentValueKind.Text
                : expandDirectories ? ArgumentValueKind.Files
                : DirectoryExpander.IsWantedBy(map) ? ArgumentValueKind.Folder : ArgumentValueKind.Text;
            if (kind == ArgumentValueKind.Text)
            {
                items.AddRange(Mapped(thread, value, map).Select(text => new ArgumentValue(text)));
                continue;
            }

            items.Add(new(directory!.Path, kind));
            if (!map.IsNone)
                function = rule.Environment.ArgumentFunctions.Use(map, directory);
        }

        return list with { Values = [.. items], Function = function };
    }

    private static IEnumerable<string> Mapped(StarlarkThread thread, Value value, Value map) =>
        map.IsNone ? [Text(value)] : Results(thread.Call(map, DirectoryExpander.IsWantedBy(map) ? [value, DirectoryExpander.ForFiles] : [value]));

    /// <summary>What a map_each function gives: nothing, a text, or several.</summary>
    internal static IEnumerable<string> Results(Value mapped) =>
        mapped.IsNone ? [] : mapped.IsString ? [mapped.AsString()!] : (SequenceReader.Of(mapped) ?? []).Select(Text);

    private static string Text(Value value) => value.As<FileValue>()?.Path ?? value.ToString();
}
