using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A program's arguments and inputs as ctx.actions.run collects them, until they become an action.</summary>
internal sealed class StarlarkCommand(RuleContext rule, StarlarkThread thread)
{
    private readonly List<string> arguments = [];
    private readonly List<ParamFile> paramFiles = [];
    private readonly List<Artifact> inputs = [];
    private readonly List<ArtifactSet> inputSets = [];
    private readonly List<Artifact> tools = [];
    private readonly List<DirectoryArguments> directories = [];
    private readonly List<(int First, int Count, StarlarkArgs Args)> parts = [];

    public void Add(string argument) => arguments.Add(argument);

    public void AddTool(Artifact tool)
    {
        tools.Add(tool);
        // A tool that a rule of this build makes brings what it needs to run.
        if (rule.RunfilesOfTool(tool) is { } runfiles)
            inputSets.Add(ArtifactSets.Of(runfiles.Files));
    }

    public void AddTool(FilesToRun tool)
    {
        if (tool.Executable is { } executable)
            tools.Add(executable);
        inputSets.Add(ArtifactSets.Of(tool.Runfiles.Files));
    }

    public void AddArguments(Value value)
    {
        foreach (Value argument in SequenceReader.Of(value) ?? [])
        {
            if (argument.As<StarlarkArgs>() is { } args)
            {
                var found = new List<DirectoryArguments>();
                string[] expanded = args.Expand(thread, found);
                directories.AddRange(found.Select(part => part with { First = arguments.Count + part.First }));
                parts.Add((arguments.Count, expanded.Length, args));
                arguments.AddRange(expanded);
            }
            else
            {
                arguments.Add(argument.AsString() ?? throw Wrong("arguments", argument, "string or Args; the path of a File is its field 'path'"));
            }
        }
    }

    public void AddInputs(Value value)
    {
        if (value.As<Depset>() is { } depset)
        {
            inputSets.Add(ArtifactSets.Of(FileValues.FromDepset(depset)));
            return;
        }

        foreach (Value input in SequenceReader.Of(value) ?? [])
        {
            inputs.Add(input.As<FileValue>()?.Artifact ?? throw Wrong("inputs", input, "File"));
        }
    }

    private static StarlarkException Wrong(string parameter, Value value, string wanted) =>
        StarlarkException.Create($"parameter '{parameter}' got an element of type '{value.TypeName}', want {wanted}");

    public void AddTools(Value value)
    {
        if (value.IsUnbound || value.IsNone)
            return;
        foreach (Value tool in SequenceReader.Of(value) ?? [])
        {
            if (tool.As<FileValue>() is { } file)
                AddTool(file.Artifact);
            else if (tool.As<Depset>() is { } depset)
                inputSets.Add(ArtifactSets.Of(FileValues.FromDepset(depset)));
            else
                AddTool(tool.As<FilesToRun>() ?? throw Wrong("tools", tool, "File, depset of Files or FilesToRunProvider"));
        }
    }

    public void Register(Artifact[] outputs, string mnemonic, string? progress, Value environment)
    {
        foreach ((int first, int count, StarlarkArgs args) in parts)
        {
            if (args.ParamFileFlag is { } flag && (args.AlwaysParamFile || IsLong(first, count)))
                paramFiles.Add(new($"{outputs[0].ExecPath}-{paramFiles.Count}.params", first, count, args.ParamFileFormat, flag.Apply("{0}")));
        }

        rule.Graph.Add(new SpawnAction
        {
            Mnemonic = mnemonic,
            Owner = rule.Label.ToString(),
            Description = progress is null ? $"{mnemonic} {outputs[0].ExecPath}" : Progress(progress, outputs[0]),
            CommandLine = CommandLine.Of([.. arguments]),
            ParamFiles = [.. paramFiles],
            Directories = [.. directories],
            Inputs = [.. inputs, .. Folders(rule, directories).Except(inputs)],
            InputSets = [.. inputSets],
            Tools = [.. tools.Distinct()],
            Outputs = [.. outputs],
            Environment = Environment(environment),
        });
    }

    /// <summary>The folders whose files are among arguments: they have to be there when these are made.</summary>
    public static IEnumerable<Artifact> Folders(RuleContext rule, IEnumerable<DirectoryArguments> directories) => directories
        .SelectMany(part => part.List.Values).Where(value => value.Kind != ArgumentValueKind.Text).Select(value => rule.Graph.Output(value.Text, ArtifactKind.Directory)).Distinct();

    /// <summary>How many files a folder will hold nobody knows: whoever can read a response file gets one.</summary>
    private bool IsLong(int first, int count) =>
        arguments.Sum(a => a.Length + 1) > 32_000 || directories.Any(part => part.First >= first && part.First + part.Count <= first + count);

    /// <summary>https://bazel.build/rules/lib/builtins/actions#run: %{label}, %{input} and %{output} in a progress message.</summary>
    private string Progress(string message, Artifact output) => message
        .Replace("%{label}", rule.Label.ToString(), StringComparison.Ordinal)
        .Replace("%{input}", inputs.Count > 0 ? inputs[0].ExecPath : "", StringComparison.Ordinal)
        .Replace("%{output}", output.ExecPath, StringComparison.Ordinal);

    private ActionEnvironment Environment(Value more)
    {
        ActionEnvironment initial = rule.ActionEnvironment;
        if (more.As<StarlarkDict>() is not { } dict)
            return initial;
        var variables = new Dictionary<string, string>(initial.Variables, StringComparer.Ordinal);
        foreach ((Value name, Value value) in dict)
            variables[name.ToString()] = value.ToString();
        return ActionEnvironment.Of(variables);
    }
}
