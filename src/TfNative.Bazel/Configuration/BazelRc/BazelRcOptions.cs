namespace TfNative.Bazel;

/// <summary>Puts the options of .bazelrc files into a request. What the request itself says comes after them and wins.</summary>
internal sealed class BazelRcOptions
{
    // Of the commands, those whose options a build takes.
    private static readonly HashSet<string> Commands = ["always", "common", "build"];

    private static readonly HashSet<string> Switches =
        ["incompatible_remove_legacy_whole_archive", "experimental_link_static_libraries_once"];

    // Options with a value that rules and selects look at.
    private static readonly HashSet<string> Valued = ["platforms", "extra_toolchains", "target_environment"];

    private readonly IReadOnlyList<BazelRcLine> lines;
    private readonly List<string> active = [];
    private readonly SortedSet<string> ignored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> defines = new(StringComparer.Ordinal), flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> actionEnvironment = new(StringComparer.Ordinal), repositoryEnvironment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> lists = new(StringComparer.Ordinal)
    {
        ["copt"] = [],
        ["conlyopt"] = [],
        ["cxxopt"] = [],
        ["linkopt"] = [],
        ["host_copt"] = [],
        ["host_cxxopt"] = [],
        ["per_file_copt"] = [],
        ["features"] = [],
    };

    private BazelRcOptions(IReadOnlyList<BazelRcLine> lines) => this.lines = lines;

    /// <returns>The request with the options, and the names of those that mean nothing here.</returns>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.BazelRc"/>: a file is malformed, or no line is for a wanted config.</exception>
    public static (TranslationRequest Request, IReadOnlyCollection<string> Ignored) Apply(TranslationRequest request, IFileSystem files)
    {
        if (request.BazelRcFiles.Count == 0)
            return (request, []);
        var lines = request.BazelRcFiles.SelectMany(file => new BazelRcReader(request.Workspace.TrimEnd('/'), files).Read(file)).ToArray();
        var options = new BazelRcOptions(lines);
        options.Take("");
        foreach (string config in request.BazelConfigs)
            options.Expand(config, "the BazelConfig item");
        return (options.AddTo(request), options.ignored);
    }

    private void Take(string config)
    {
        foreach (BazelRcLine line in lines)
        {
            if (line.Config == config && Commands.Contains(line.Command))
                Read(line);
        }
    }

    private void Expand(string config, string wantedBy)
    {
        if (!lines.Any(line => line.Config == config && Commands.Contains(line.Command)))
        {
            throw new BazelException(
                BazelErrorCode.BazelRc,
                $"the config '{config}' that {wantedBy} names is in no .bazelrc file" + NearestNames.Hint(config, lines.Select(l => l.Config).Where(c => c.Length > 0).Distinct()));
        }

        if (active.Contains(config))
            throw new BazelException(BazelErrorCode.BazelRc, $"the config '{config}' expands to itself: {string.Join(" -> ", [.. active, config])}");
        active.Add(config);
        Take(config);
        active.RemoveAt(active.Count - 1);
    }

    private void Read(BazelRcLine line)
    {
        for (int i = 0; i < line.Options.Count; i++)
        {
            string option = line.Options[i];
            if (!option.StartsWith('-'))
                continue;
            int equals = option.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? option : option[..equals]).TrimStart('-');
            string? value = equals < 0 ? null : option[(equals + 1)..];
            // "--copt -x": an option that wants a value takes the next word.
            if (value is null && (lists.ContainsKey(name) || Valued.Contains(name) || name is "define" or "config" or "action_env" or "repo_env") && i + 1 < line.Options.Count)
                value = line.Options[++i];
            Apply(name, value, line);
        }
    }

    private void Apply(string name, string? value, BazelRcLine line)
    {
        bool isNegated = name.StartsWith("no", StringComparison.Ordinal) && Switches.Contains(name[2..]);
        switch (name)
        {
            case "config":
                Expand(value ?? "", $"{line.File}:{line.Number}");
                break;
            case "enable_platform_specific_config" when value is null or "true" or "1":
                if (lines.Any(l => l.Config == "linux"))
                    Expand("linux", $"{line.File}:{line.Number}");
                break;
            case "define":
                SetVariable(defines, value, "1");
                break;
            case "action_env":
                SetVariable(actionEnvironment, value, null);
                break;
            case "repo_env":
                SetVariable(repositoryEnvironment, value, null);
                break;
            case ['/', '/', ..] or ['@', ..]:
                flags["--" + name] = value ?? "true";
                break;
            case ['n', 'o', '/', '/', ..] or ['n', 'o', '@', ..]:
                flags["--" + name[2..]] = "false";
                break;
            case var _ when isNegated:
                flags[name[2..]] = "false";
                break;
            case var _ when Switches.Contains(name):
                flags[name] = value ?? "true";
                break;
            // Those of them that can be given several times.
            case "extra_toolchains" or "target_environment" when flags.TryGetValue(name, out string? before):
                flags[name] = $"{before},{value}";
                break;
            case var _ when Valued.Contains(name):
                flags[name] = value ?? "";
                break;
            case var _ when lists.TryGetValue(name, out List<string>? list):
                list.Add(value ?? "");
                break;
            default:
                ignored.Add("--" + name);
                break;
        }
    }

    /// <summary>"NAME=value", or "NAME" for one without a value; a variable of the environment is not taken from ours.</summary>
    private static void SetVariable(Dictionary<string, string> variables, string? text, string? withoutValue)
    {
        int equals = text?.IndexOf('=', StringComparison.Ordinal) ?? -1;
        if (equals >= 0)
            variables[text![..equals]] = text[(equals + 1)..];
        else if (withoutValue is not null && text is not null)
            variables[text] = withoutValue;
    }

    private TranslationRequest AddTo(TranslationRequest request)
    {
        if (lists["features"].Count > 0)
            flags["features"] = string.Join(' ', lists["features"].Append(request.Flags.GetValueOrDefault("features", "")));
        Dictionary<string, string> given = new(request.Flags, StringComparer.Ordinal);
        given.Remove("features");
        return request with
        {
            Defines = Merge(defines, request.Defines),
            Flags = Merge(flags, flags.ContainsKey("features") ? given : request.Flags),
            ActionEnvironment = Merge(actionEnvironment, request.ActionEnvironment),
            RepositoryEnvironment = Merge(repositoryEnvironment, request.RepositoryEnvironment),
            Copts = [.. lists["copt"], .. request.Copts],
            ConlyOpts = [.. lists["conlyopt"], .. request.ConlyOpts],
            CxxOpts = [.. lists["cxxopt"], .. request.CxxOpts],
            LinkOpts = [.. lists["linkopt"], .. request.LinkOpts],
            HostCopts = [.. lists["host_copt"], .. request.HostCopts],
            HostCxxOpts = [.. lists["host_cxxopt"], .. request.HostCxxOpts],
            PerFileCopts = [.. lists["per_file_copt"].Select(PerFileCopt.Parse), .. request.PerFileCopts],
        };
    }

    private static Dictionary<string, string> Merge(Dictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        var merged = new Dictionary<string, string>(first, StringComparer.Ordinal);
        foreach ((string name, string value) in second)
            merged[name] = value;
        return merged;
    }
}
