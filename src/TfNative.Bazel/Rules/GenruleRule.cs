using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>genrule(): a shell command that makes files (https://bazel.build/reference/be/general#genrule).</summary>
internal sealed class GenruleRule : IRuleImplementation
{
    private const string SetupScript = "external/bazel_tools/tools/genrule/genrule-setup.sh";

    public ProviderCollection Analyze(RuleContext context)
    {
        Artifact[] sources = [.. context.Files("srcs").Distinct()];
        Artifact[] outputs = [.. context.GetLabels("outs").Select(o => context.Environment.OutputArtifact(o, context.Configuration))];
        if (outputs.Length == 0)
            throw context.AttributeError("outs", "Genrules without outputs don't make sense");
        ConfiguredTarget[] tools = [.. context.Prerequisites("tools"), .. context.Prerequisites("exec_tools")];
        string attribute = context.GetString("cmd_bash").Length > 0 ? "cmd_bash" : "cmd";
        string command = context.GetString(attribute);
        if (command.Length == 0)
            throw context.AttributeError("cmd", "missing value for `cmd` attribute; `cmd_bash` will do too");
        string script = context.Expand(attribute, command, name => Variable(context, name, sources, outputs, attribute));

        Artifact setup = context.Graph.Source(SetupScript);
        context.Graph.Add(new SpawnAction
        {
            Mnemonic = "Genrule",
            Owner = context.Label.ToString(),
            Description = context.GetString("message") is { Length: > 0 } message ? $"{message} {context.Label}" : $"Executing genrule {context.Label}",
            CommandLine = CommandLine.Of("/bin/bash", "-c", $"source {SetupScript}; {script}"),
            Environment = context.ActionEnvironment,
            Inputs = [.. sources, setup],
            InputSets = [.. tools.Select(t => t.Default?.Runfiles.Files).OfType<NestedSet<Artifact>>().Select(ArtifactSets.Of)],
            Tools = [.. tools.SelectMany(t => t.Files).Distinct()],
            Outputs = [.. outputs],
        });

        NestedSet<Artifact> files = NestedSet<Artifact>.Of(outputs);
        Artifact? executable = context.GetBool("executable") && outputs.Length == 1 ? outputs[0] : null;
        return new ProviderCollection().Add(new DefaultInfo(
            files, executable, RuleRunfiles.Collect(context, files, "data"), context.FileValues));
    }

    /// <summary>Source: https://bazel.build/reference/be/make-variables#predefined_genrule_variables. Paths are not quoted
    /// (GenRuleBase.java): commands that expect spaces do it.</summary>
    private static string? Variable(RuleContext context, string name, Artifact[] sources, Artifact[] outputs, string attribute)
    {
        string ruleFolder = PackageId.Join(context.Configuration.BinDirectory, context.Label.Package.ExecPath);
        switch (name)
        {
            case "SRCS" or "^":
                return string.Join(' ', sources.Select(s => s.ExecPath));
            case "<":
                return sources.Length == 1 ? sources[0].ExecPath
                    : throw context.AttributeError(attribute, sources.Length == 0 ? "variable '$<' : no input file" : "variable '$<' : more than one input file");
            case "OUTS":
                return string.Join(' ', outputs.Select(o => o.ExecPath));
            case "@":
                return outputs.Length == 1 ? outputs[0].ExecPath
                    : throw context.AttributeError(attribute, "variable '$@' : more than one output file");
            case "@D":
                return outputs.Length == 1 ? outputs[0].ExecPath[..outputs[0].ExecPath.LastIndexOf('/')] : ruleFolder;
            case "RULEDIR":
                return ruleFolder;
            default:
                return null;
        }
    }
}
