using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Make variables and $(location ...) in a rule's attributes.</summary>
public sealed partial class RuleContext
{
    private static readonly string[] LocationAttributes =
        ["srcs", "deps", "implementation_deps", "data", "tools", "exec_tools", "additional_linker_inputs", "additional_compiler_inputs", "hdrs", "textual_hdrs", "toolchains", "_cc_toolchain", "outs", "dynamic_deps"];

    private Dictionary<string, string>? variables;
    private Dictionary<Label, List<Artifact>>? locations;

    /// <summary>Expands an attribute's text.</summary>
    /// <param name="attribute">For errors.</param>
    /// <param name="more">Variables before the configuration's own, such as $@; null for an unknown one.</param>
    /// <exception cref="BazelException">An unknown variable, or a location that the rule does not depend on.</exception>
    public string Expand(string attribute, string text, Func<string, string?>? more = null)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
            return text;
        try
        {
            var expander = new LocationExpander(Rule.Package.Labels.Convert, Locate, Environment.MainRepositoryName);
            return MakeVariables.Expand(text, name => more?.Invoke(name) ?? Variables.GetValueOrDefault(name), expander.Call);
        }
        catch (BazelSyntaxException e)
        {
            throw new BazelException(e.Code, $"in {attribute} attribute of {Rule.RuleClass.Name} rule {Label}: {e.Message}", Rule.Location, Label, e);
        }
    }

    /// <summary>$(location) alone, as ctx.expand_location does.</summary>
    public string ExpandLocations(string text, IReadOnlyList<ConfiguredTarget>? targets = null, bool execPaths = true)
    {
        Dictionary<Label, List<Artifact>>? extra = targets is null ? null : [];
        foreach (ConfiguredTarget target in targets ?? [])
            AddLocation(extra!, target);
        try
        {
            return new LocationExpander(
                Rule.Package.Labels.Convert,
                label => extra is not null && extra.TryGetValue(label, out List<Artifact>? files) ? files.Select(ToLocation) : Locate(label),
                Environment.MainRepositoryName, execPaths).Expand(text);
        }
        catch (BazelSyntaxException e)
        {
            throw new BazelException(e.Code, $"{Label}: {e.Message}", Rule.Location, Label, e);
        }
    }

    /// <summary>An attribute's strings expanded and split into shell words.</summary>
    public List<string> ExpandAndTokenize(string attribute, IEnumerable<string> texts)
    {
        var words = new List<string>();
        foreach (string text in texts)
        {
            string expanded = Expand(attribute, text);
            try
            {
                words.AddRange(ShellTokenizer.Tokenize(expanded));
            }
            catch (BazelSyntaxException e)
            {
                throw new BazelException(e.Code, $"in {attribute} attribute of {Rule.RuleClass.Name} rule {Label}: {e.Message}", Rule.Location, Label, e);
            }
        }

        return words;
    }

    /// <summary>The configuration's Make variables and those of the rule's toolchains (https://bazel.build/reference/be/make-variables).</summary>
    public IReadOnlyDictionary<string, string> Variables => variables ??= MakeVariablesOfRule();

    private Dictionary<string, string> MakeVariablesOfRule()
    {
        CcToolchain toolchain = Environment.Toolchain;
        BuildOptions options = Configuration.Options;
        var result = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BINDIR"] = Configuration.BinDirectory,
            ["GENDIR"] = Configuration.BinDirectory,
            ["COMPILATION_MODE"] = NativeOptions.ModeName(options.Mode),
            ["TARGET_CPU"] = options.Cpu,
            ["CC"] = toolchain.CCompiler,
            ["CC_FLAGS"] = "",
            ["AR"] = toolchain.Archiver,
            ["STRIP"] = toolchain.Strip,
            ["NM"] = "/usr/bin/nm",
            ["LD"] = "/usr/bin/ld",
            ["OBJCOPY"] = "/usr/bin/objcopy",
            ["C_COMPILER"] = toolchain.Compiler,
            ["ABI"] = "local",
            ["ABI_GLIBC_VERSION"] = "local",
            // Whatever switches off warnings about large stack frames: nothing, for gcc and clang.
            ["STACK_FRAME_UNLIMITED"] = "",
            ["CROSSTOOLTOP"] = "external/local_config_cc",
        };
        foreach ((string name, string value) in options.Defines)
            result[name] = value;
        foreach (ConfiguredTarget toolchainTarget in Prerequisites("toolchains"))
        {
            if (toolchainTarget.Providers.Get(BuiltinProviders.TemplateVariable) is StructValue info
                && info.Fields.TryGetValue("variables", out Value dict) && dict.As<StarlarkDict>() is { } entries)
            {
                foreach ((Value name, Value value) in entries)
                    result[name.ToString()] = value.ToString();
            }
        }

        return result;
    }

    private IEnumerable<LocationFile>? Locate(Label label)
    {
        if (locations is null)
        {
            locations = [];
            foreach (string attribute in LocationAttributes)
            {
                if (Rule.RuleClass.FindAttribute(attribute) is not { } schema)
                    continue;
                if (schema.IsOutput)
                {
                    foreach (Label output in GetLabels(attribute))
                        locations[output] = [Environment.OutputArtifact(output, Configuration)];
                    continue;
                }

                foreach ((Label named, ConfiguredTarget target) in AttributeLabels.Of(Get<object>(attribute), false).Zip(Prerequisites(attribute)))
                    AddLocation(locations, target, named);
            }
        }

        return locations.TryGetValue(label, out List<Artifact>? files) ? files.Select(ToLocation) : null;
    }

    private static void AddLocation(Dictionary<Label, List<Artifact>> map, ConfiguredTarget target, Label? named = null)
    {
        // A program stands for its executable alone (LocationExpander.mapLabelsToArtifacts).
        List<Artifact> files = target.Default?.Executable is { } executable && target.Target is Rule ? [executable] : [.. target.Files];
        map[target.Label] = files;
        if (named is not null)
            map[named] = files;
    }

    private LocationFile ToLocation(Artifact artifact)
    {
        string root = FileValues.Get(artifact).Root;
        string path = root.Length == 0 ? artifact.ExecPath : artifact.ExecPath[(root.Length + 1)..];
        bool external = path.StartsWith("external/", StringComparison.Ordinal);
        return new(
            artifact.ExecPath,
            path,
            external ? "../" + path["external/".Length..] : path);
    }
}
