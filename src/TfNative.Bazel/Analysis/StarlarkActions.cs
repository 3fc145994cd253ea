using System.Text;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.actions (https://bazel.build/rules/lib/builtins/actions): declares outputs and the actions that make them.</summary>
internal sealed class StarlarkActions : StarlarkObject
{
    private readonly Dictionary<string, Builtin> methods;
    private readonly RuleContext rule;
    private readonly StarlarkThread thread;
    private readonly List<Artifact> declared = [];

    public StarlarkActions(RuleContext rule, StarlarkThread thread)
    {
        this.rule = rule;
        this.thread = thread;
        methods = new[]
        {
            new Builtin("args", "", (in CallContext _) => new StarlarkArgs(rule)),
            new Builtin("declare_file", "filename, *, sibling=None", (in CallContext c) => Declare(c, ArtifactKind.File)),
            new Builtin("declare_directory", "filename, *, sibling=None", (in CallContext c) => Declare(c, ArtifactKind.Directory)),
            new Builtin("declare_symlink", "filename, *, sibling=None", (in CallContext c) => Declare(c, ArtifactKind.Symlink)),
            new Builtin("do_nothing", "mnemonic, inputs=[]", static (in CallContext _) => Value.None),
            new Builtin("write", "output, content, is_executable=False, *, mnemonic=None, execution_requirements=None", Write),
            new Builtin("symlink", "output, *, target_file=None, target_path=None, is_executable=False, progress_message=None, use_exec_root_for_source=None", Symlink),
            new Builtin("expand_template", "*, template, output, substitutions=unbound, is_executable=False, computed_substitutions=unbound", ExpandTemplate),
            new Builtin("run", RunParameters, Run),
            new Builtin("run_shell", ShellParameters, RunShell),
            new Builtin("template_dict", "", static (in CallContext _) => new StarlarkTemplateDict()),
        }.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    private const string RunParameters =
        "outputs, *, executable, inputs=[], unused_inputs_list=None, tools=unbound, arguments=[], mnemonic=None, progress_message=None, "
        + "use_default_shell_env=False, env=None, execution_requirements=None, input_manifests=None, exec_group=None, "
        + "shadowed_action=None, resource_set=None, toolchain=None";

    private const string ShellParameters =
        "outputs, *, command, inputs=[], tools=unbound, arguments=[], mnemonic=None, progress_message=None, use_default_shell_env=False, "
        + "env=None, execution_requirements=None, input_manifests=None, exec_group=None, shadowed_action=None, resource_set=None, toolchain=None";

    /// <summary>Whose actions these are; cc_common needs it.</summary>
    internal RuleContext Rule => rule;

    /// <summary>The outputs declared so far that no action makes.</summary>
    public IEnumerable<Artifact> WithoutAction => declared.Where(output => output.Generator is null);

    public override string TypeName => "actions";

    public override IEnumerable<string> AttributeNames => methods.Keys;

    public override bool TryGetAttribute(string name, out Value value)
    {
        bool found = methods.TryGetValue(name, out Builtin? method);
        value = method;
        return found;
    }

    private FileValue Declare(in CallContext c, ArtifactKind kind)
    {
        string name = c.String(0);
        if (c[1].As<FileValue>() is { } sibling)
        {
            string folder = sibling.Path[(sibling.Root.Length + (sibling.Root.Length == 0 ? 0 : 1))..];
            int slash = folder.LastIndexOf('/');
            return Declared(rule.DeclareAt(ExecPaths.Combine(slash < 0 ? "" : folder[..slash], name), kind));
        }

        return Declared(rule.DeclareFile(name, kind));
    }

    private FileValue Declared(Artifact output)
    {
        declared.Add(output);
        return rule.FileValues.Get(output);
    }

    private Value Write(in CallContext c)
    {
        string mnemonic = c.StringOrNone(3) ?? "FileWrite";
        string text;
        if (c[1].As<StarlarkArgs>() is { } args)
        {
            var directories = new List<DirectoryArguments>();
            string[] arguments = args.Expand(thread, directories);
            if (directories.Count > 0)
            {
                rule.Graph.Add(new WriteArgumentsAction
                {
                    Mnemonic = mnemonic,
                    Owner = rule.Label.ToString(),
                    Inputs = [.. StarlarkCommand.Folders(rule, directories)],
                    Outputs = [Output(c, 0)],
                    Arguments = CommandLine.Of(arguments),
                    Directories = [.. directories],
                    Format = args.ParamFileFormat,
                    IsExecutable = c[2].Truth,
                });
                return Value.None;
            }

            text = ParamFileWriter.Text(arguments, args.ParamFileFormat);
        }
        else
        {
            text = c.String(1);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        rule.Graph.Add(new WriteFileAction
        {
            Mnemonic = mnemonic,
            Owner = rule.Label.ToString(),
            Outputs = [Output(c, 0)],
            Content = () => bytes,
            IsExecutable = c[2].Truth,
        });
        return Value.None;
    }

    private Value Symlink(in CallContext c)
    {
        Artifact output = Output(c, 0);
        if (c[1].IsNone == c[2].IsNone)
            throw c.Error("Exactly one of \"target_file\" or \"target_path\" is required");
        rule.Graph.Add(new SymlinkAction
        {
            Mnemonic = "Symlink",
            Owner = rule.Label.ToString(),
            Inputs = c[1].As<FileValue>() is { } target ? [target.Artifact] : [],
            TargetPath = c.StringOrNone(2),
            Outputs = [output],
        });
        return Value.None;
    }

    private Value ExpandTemplate(in CallContext c)
    {
        FileValue template = c.Object<FileValue>(0, "File");
        rule.Graph.Add(new ExpandTemplateAction
        {
            Mnemonic = "TemplateExpand",
            Owner = rule.Label.ToString(),
            Inputs = [template.Artifact],
            Outputs = [Output(c, 1)],
            Substitutions =
            [
                .. c.IsGiven(2) ? c.Dict(2).Select(s => new KeyValuePair<string, string>(s.Key.ToString(), s.Value.ToString())) : [],
                .. c[4].As<StarlarkTemplateDict>()?.Expand(thread) ?? [],
            ],
            IsExecutable = c[3].Truth,
        });
        return Value.None;
    }

    private Value Run(in CallContext c)
    {
        StarlarkExecGroups.Check(c, rule, c[12]);
        var command = new StarlarkCommand(rule, thread);
        if (c[1].As<FileValue>() is { } file)
        {
            command.Add(file.Path);
            command.AddTool(file.Artifact);
        }
        else if (c[1].As<FilesToRun>() is { } program)
        {
            command.Add(program.Executable?.ExecPath ?? throw c.Error("the FilesToRunProvider has no executable"));
            command.AddTool(program);
        }
        else
        {
            command.Add(c.String(1));
        }

        command.AddArguments(c[5]);
        command.AddInputs(c[2]);
        command.AddTools(c[4]);
        command.Register(Outputs(c, 0), c.StringOrNone(6) ?? "Action", c.StringOrNone(7), c[9]);
        return Value.None;
    }

    private Value RunShell(in CallContext c)
    {
        StarlarkExecGroups.Check(c, rule, c[11]);
        var command = new StarlarkCommand(rule, thread);
        command.Add("/bin/bash");
        command.Add("-c");
        command.Add(c.String(1));
        // $0 of the script.
        if (SequenceReader.Of(c[4]) is { Count: > 0 })
            command.Add("");
        command.AddArguments(c[4]);
        command.AddInputs(c[2]);
        command.AddTools(c[3]);
        command.Register(Outputs(c, 0), c.StringOrNone(5) ?? "Action", c.StringOrNone(6), c[8]);
        return Value.None;
    }

    private Artifact Output(in CallContext c, int parameter) => Own(c, c.Object<FileValue>(parameter, "File"));

    private Artifact[] Outputs(in CallContext c, int parameter)
    {
        var outputs = new List<Artifact>();
        foreach (Value output in SequenceReader.Of(c[parameter]) ?? [])
            outputs.Add(Own(c, output.As<FileValue>() ?? throw c.Error($"in call to {c.Name}(), parameter 'outputs' got a {output.TypeName}, want File")));
        return outputs.Count > 0 ? [.. outputs] : throw c.Error($"in call to {c.Name}(), parameter 'outputs' must name at least one file");
    }

    private Artifact Own(in CallContext c, FileValue file)
    {
        if (!file.Artifact.IsOutput)
            throw c.Error($"'{file.Path}' is a source file, not an output; declare one with ctx.actions.declare_file()", BazelErrorCode.UndeclaredOutput);
        if (!file.Owner.Equals(rule.Label) && !rule.Rule.Outputs.Any(output => output.Label.Equals(file.Owner)))
        {
            throw c.Error(
                $"'{file.Path}' is an output of {file.Owner}, not of {rule.Label}; declare one with ctx.actions.declare_file()", BazelErrorCode.UndeclaredOutput);
        }

        return file.Artifact;
    }
}
