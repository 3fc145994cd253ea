using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx: what the implementation of a Starlark rule sees (https://bazel.build/rules/lib/builtins/ctx).</summary>
internal sealed class StarlarkRuleContext : StarlarkObject
{
    private readonly Dictionary<string, Value> fields = new(StringComparer.Ordinal);
    private readonly StarlarkThread thread;

    public StarlarkRuleContext(RuleContext rule, StarlarkThread thread)
    {
        Rule = rule;
        this.thread = thread;
    }

    public RuleContext Rule { get; }

    /// <summary>ctx.actions, if the implementation has asked for it.</summary>
    public StarlarkActions? Actions { get; private set; }

    /// <summary>Set when the implementation asks for ctx.outputs.executable.</summary>
    public Artifact? Executable { get; private set; }

    /// <summary>The outputs that attributes and the rule class declare: its files unless it says otherwise.</summary>
    public IEnumerable<Artifact> DeclaredOutputs =>
        Rule.Rule.Outputs.Select(o => Rule.Environment.OutputArtifact(o.Label, Rule.Configuration));

    public override string TypeName => "ctx";

    public override IEnumerable<string> AttributeNames =>
    [
        "actions", "attr", "bin_dir", "build_file_path", "build_setting_value", "configuration", "disabled_features", "executable",
        "expand_location", "expand_make_variables", "features", "file", "files", "fragments", "genfiles_dir", "info_file", "label", "outputs",
        "runfiles", "toolchains", "var", "version_file", "workspace_name", "resolve_command", "resolve_tools", "tokenize",
        "target_platform_has_constraint", "coverage_instrumented", "exec_groups", "rule", "split_attr",
    ];

    public override bool TryGetAttribute(string name, out Value value)
    {
        if (fields.TryGetValue(name, out value))
            return true;
        Value? made = Make(name);
        value = made ?? default;
        if (made is null)
            return false;
        fields.Add(name, value);
        return true;
    }

    private Value? Make(string name) => name switch
    {
        "attr" => (Value?)StarlarkAttributes.Attributes(Rule),
        "files" => StarlarkAttributes.Files(Rule),
        "file" => StarlarkAttributes.File(Rule),
        "executable" => StarlarkAttributes.Executables(Rule),
        "outputs" => Outputs(),
        "label" => new LabelValue(Rule.Label),
        "actions" => Actions = new StarlarkActions(Rule, thread),
        "bin_dir" or "genfiles_dir" => new StructValue([new("path", Rule.Configuration.BinDirectory)]),
        "build_file_path" => PackageId.Join(Rule.Label.Package.Path, Path.GetFileName(Rule.Rule.Package.BuildFile)),
        "build_setting_value" => Rule.Environment.Settings.ReadValue(Rule.Rule, Rule.Configuration),
        "workspace_name" => Rule.Environment.MainRepositoryName,
        "split_attr" => StarlarkAttributes.Split(Rule),
        "rule" when Rule.UnderAspect is { } under => new StructValue(
        [
            new("kind", under.Rule.RuleClass.Name),
            new("attr", StarlarkAttributes.Attributes(under)),
            new("files", StarlarkAttributes.Files(under)),
            new("file", StarlarkAttributes.File(under)),
            new("executable", StarlarkAttributes.Executables(under)),
            new("toolchains", new StarlarkToolchains(under)),
        ]),
        "info_file" or "version_file" => Rule.FileValues.Get(Rule.Environment.StatusFile(name == "info_file")),
        "created_actions" => new Builtin("created_actions", "", (in CallContext _) => new StructValue([])),
        "exec_groups" => new StarlarkExecGroups(Rule),
        "resolve_tools" => new Builtin("resolve_tools", "*, tools=[]", (in CallContext c) => ResolveTools(c[0])),
        "resolve_command" => new Builtin("resolve_command", "*, command=\"\", attribute=None, expand_locations=False, make_variables=None, tools=[], label_dict={}, execution_requirements={}", ResolveCommand),
        "features" => StarlarkList.OfStrings(Features.On),
        "disabled_features" => StarlarkList.OfStrings(Features.Off),
        "var" => new StarlarkDict(Rule.Variables.Select(v => new KeyValuePair<Value, Value>(v.Key, v.Value))),
        "configuration" => new StructValue(
        [
            new("coverage_enabled", false),
            new("default_shell_env", new StarlarkDict(Rule.ActionEnvironment.Variables.Select(v => new KeyValuePair<Value, Value>(v.Key, v.Value)))),
            new("host_path_separator", ":"),
            new("is_tool_configuration", new Builtin("is_tool_configuration", "", (in CallContext _) => Rule.Configuration.Options.IsExec)),
        ]),
        "fragments" => StarlarkFragments.Create(Rule),
        "toolchains" => new StarlarkToolchains(Rule),
        "runfiles" => new Builtin("runfiles", "files=[], transitive_files=None, collect_data=False, collect_default=False, symlinks={}, root_symlinks={}, skip_conflict_checking=False", MakeRunfiles),
        "expand_location" => new Builtin("expand_location", "input, targets=[], short_paths=False", (in CallContext c) => Rule.ExpandLocations(
            c.String(0), [.. (SequenceReader.Of(c[1]) ?? []).Select(t => t.As<ConfiguredTarget>()).OfType<ConfiguredTarget>()], execPaths: !c[2].Truth)),
        "expand_make_variables" => new Builtin("expand_make_variables", "attribute_name, command, additional_substitutions={}", (in CallContext c) =>
        {
            StarlarkDict more = c.Dict(2);
            return Rule.Expand(c.String(0), c.String(1), n => more.TryGetValue(n, out Value v) ? v.AsString() : null);
        }),
        "tokenize" => new Builtin("tokenize", "option", (in CallContext c) => StarlarkList.OfStrings(ShellTokenizer.Tokenize(c.String(0)))),
        "target_platform_has_constraint" => new Builtin("target_platform_has_constraint", "constraintValue", (in CallContext c) =>
            c[0].As<StructValue>() is { } info && info.Fields.TryGetValue("label", out Value label) && label.As<LabelValue>() is { } l
            && Rule.Environment.Platforms.Has(l.Label, Rule.Configuration)),
        "coverage_instrumented" => new Builtin("coverage_instrumented", "target=None", (in CallContext _) => false),
        _ => null,
    };

    private FeatureSet Features => FeatureSet.Of(Rule.Configuration.Options.Features)
        .With(FeatureSet.Of(Rule.Rule.Package.Defaults.Features))
        .With(FeatureSet.Of((Rule.UnderAspect ?? Rule).GetStrings("features")));

    private StarlarkTuple ResolveTools(Value tools)
    {
        var files = new List<NestedSet<Artifact>>();
        foreach (ConfiguredTarget tool in (SequenceReader.Of(tools) ?? []).Select(t => t.As<ConfiguredTarget>()).OfType<ConfiguredTarget>())
        {
            if (tool.Default is not { } info)
                continue;
            files.Add(info.Files);
            files.Add(info.Runfiles.Files);
        }

        return StarlarkTuple.Create(Rule.FileValues.ToDepset(NestedSet<Artifact>.Create(NestedSetOrder.Stable, [], files)), new StarlarkList());
    }

    private Value ResolveCommand(in CallContext c)
    {
        string command = c.String(0);
        ConfiguredTarget[] tools = [.. (SequenceReader.Of(c[4]) ?? []).Select(t => t.As<ConfiguredTarget>()).OfType<ConfiguredTarget>()];
        if (c[2].Truth)
            command = Rule.ExpandLocations(command, tools);
        if (c[3].As<StarlarkDict>() is { } variables)
            command = Rule.Expand(c.StringOrNone(1) ?? "command", command, n => variables.TryGetValue(n, out Value v) ? v.AsString() : null);
        StarlarkTuple resolved = ResolveTools(c[4]);
        return StarlarkTuple.Create(
            new StarlarkList((SequenceReader.Of(resolved[0]) ?? [])), StarlarkList.OfStrings(["/bin/bash", "-c", command]), new StarlarkList());
    }

    private StarlarkOutputs Outputs() => new(Rule, () =>
    {
        Executable ??= Rule.DeclareFile(Rule.Label.Name);
        return Executable;
    });

    private Value MakeRunfiles(in CallContext c)
    {
        var parts = new List<NestedSet<Artifact>>
        {
            NestedSet<Artifact>.Of((SequenceReader.Of(c[0]) ?? []).Select(f => f.As<FileValue>()?.Artifact).OfType<Artifact>()),
        };
        if (c[1].As<Depset>() is { } transitive)
            parts.Add(FileValues.FromDepset(transitive));
        if (c[2].Truth || c[3].Truth)
            parts.Add(RuleRunfiles.Collect(Rule, NestedSet<Artifact>.Empty, "srcs", "deps", "data").Files);
        return new Runfiles(NestedSet<Artifact>.Create(NestedSetOrder.Stable, [], parts), Rule.FileValues)
        {
            Links = [.. Links(c, 4, atRoot: false), .. Links(c, 5, atRoot: true)],
        };
    }

    /// <summary>Places for files: a dict of path and File, or a depset of entries.</summary>
    private static IEnumerable<RunfilesLink> Links(in CallContext c, int parameter, bool atRoot)
    {
        if (c[parameter].As<Depset>() is { } entries)
            return entries.Elements.ToList().Select(entry => entry.As<RunfilesLink>()).OfType<RunfilesLink>();
        var links = new List<RunfilesLink>();
        foreach ((Value path, Value file) in c.Dict(parameter))
            links.Add(new(path.ToString(), file.As<FileValue>() ?? throw c.Error($"runfiles: '{path}' must be a File, not a {file.TypeName}"), atRoot));
        return links;
    }
}
