using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// Analyses targets in configurations, each once and only those that are asked for: resolves their attributes, analyses
/// what they depend on, and lets their rules register actions. Used by one thread, with a deep stack.
/// </summary>
internal sealed class Analyzer
{
    private readonly Dictionary<(Label, BuildConfiguration), ConfiguredTarget> done = [];
    private readonly Dictionary<Label, ConfiguredTarget> sources = [];
    private readonly List<(Label Label, BuildConfiguration Configuration)> active = [];
    private readonly HashSet<(Label, BuildConfiguration)> activeSet = [];

    public Analyzer(AnalysisEnvironment environment)
    {
        Environment = environment;
        Aspects = new(this);
    }

    public AspectEvaluator Aspects { get; }

    public AnalysisEnvironment Environment { get; }

    /// <summary>All rules analysed so far, in the order in which they were finished.</summary>
    public IReadOnlyCollection<ConfiguredTarget> Analyzed => done.Values;

    /// <param name="user">The rule that depends on it, for errors; null for what the project names.</param>
    /// <exception cref="BazelException">The target or something that it needs cannot be built.</exception>
    public ConfiguredTarget Get(Label label, BuildConfiguration configuration, Rule? user = null)
    {
        if (done.TryGetValue((label, configuration), out ConfiguredTarget? known))
            return known;
        if (sources.TryGetValue(label, out known))
            return known;
        Environment.CancellationToken.ThrowIfCancellationRequested();
        Target target;
        try
        {
            target = Environment.Targets.Find(label);
        }
        catch (BazelException e) when (user is not null)
        {
            throw e.NeededBy(active.Select(rule => rule.Label).Append(user.Label).Reverse().Distinct()).At(user.Location, user.Label);
        }

        switch (target)
        {
            case InputFile file:
                return sources[label] = Source(file, user);
            case OutputFile output:
                return done[(label, configuration)] = Output(output, configuration, user);
            case PackageGroup or EnvironmentGroup:
                return sources[label] = new(target, null, new ProviderCollection());
            default:
                return Analyze((Rule)target, configuration);
        }
    }

    private ConfiguredTarget Analyze(Rule rule, BuildConfiguration configuration)
    {
        (Label, BuildConfiguration) key = (rule.Label, configuration);
        if (!activeSet.Add(key))
            throw Cycle(rule);
        active.Add(key);
        try
        {
            ConfiguredTarget result = TargetFinder.IsAlias(rule) ? Behind(rule, configuration) : Run(rule, configuration);
            done[key] = result;
            return result;
        }
        finally
        {
            active.RemoveAt(active.Count - 1);
            activeSet.Remove(key);
        }
    }

    private ConfiguredTarget Behind(Rule alias, BuildConfiguration configuration)
    {
        Label actual = Environment.Targets.Actual(alias, configuration);
        ConfiguredTarget result = Get(actual, configuration, alias);
        if (alias.RuleClass.Name == "alias")
            VisibilityChecker.Check(Environment, alias, actual);
        return result;
    }

    private ConfiguredTarget Run(Rule rule, BuildConfiguration configuration)
    {
        if (rule.RuleClass.Implementation is not { } implementation)
        {
            throw new BazelException(
                BazelErrorCode.UnsupportedRule,
                $"{rule.Label} is a {rule.RuleClass.Name}, which cannot be built; remove the dependency or override the target",
                rule.Location, rule.Label);
        }

        try
        {
            if (rule.RuleClass.Transition is TransitionValue transition)
                configuration = Environment.Transitions.Apply(transition, configuration, new RuleContext(this, rule, configuration))[0].Configuration;
            if (Incompatibility.Of(rule, configuration, Environment) is { } incompatibility)
                return Incompatible(rule, configuration, incompatibility);
            ExecPlatformCheck.Check(rule, configuration, Environment);
            var context = new RuleContext(this, rule, configuration);
            ProviderCollection providers = implementation.Analyze(context);
            return new(rule, configuration, providers) { Environments = EnvironmentCheck.Check(context) };
        }
        catch (IncompatibleDependencyException e)
        {
            return Incompatible(rule, configuration, new Incompatibility([], e.Dependency));
        }
        catch (BazelException e)
        {
            throw e.At(rule.Location, rule.Label);
        }
        catch (ExecutionException e)
        {
            throw new BazelException(e.Code, e.Message, rule.Location, rule.Label, e);
        }
    }

    private ConfiguredTarget Incompatible(Rule rule, BuildConfiguration configuration, Incompatibility why) =>
        new(rule, configuration, new ProviderCollection().Add(new DefaultInfo(NestedSet<Artifact>.Empty, null, Runfiles.Empty, Environment.FileValues))) { Incompatibility = why };

    private ConfiguredTarget Source(InputFile file, Rule? user)
    {
        string path = file.Package.Folder + "/" + file.Name;
        if (Environment.CheckSources && !Environment.Files.FileExists(path) && !Environment.Files.DirectoryExists(path))
        {
            throw new BazelException(
                BazelErrorCode.MissingSource,
                $"missing input file '{file.Label}': {path} does not exist"
                + NearestNames.Hint(file.Name, file.Package.Targets.Keys.Where(name => name != file.Name)) + (user is null ? "" : $", and {user.Label} needs it"),
                file.Location, user?.Label ?? file.Label);
        }

        bool folder = Environment.CheckSources && !Environment.Files.FileExists(path);
        Artifact artifact = Environment.Graph.Source(file.Label.ExecPath, folder ? ArtifactKind.Directory : ArtifactKind.File);
        Environment.FileValues.Register(artifact, file.Label, "");
        return new(file, null, FilesOnly(artifact));
    }

    private ConfiguredTarget Output(OutputFile output, BuildConfiguration configuration, Rule? user)
    {
        ConfiguredTarget generator = Get(output.Generator.Label, configuration, user);
        if (generator.Incompatibility is not null)
            return new(output, configuration, generator.Providers) { Incompatibility = new([], generator) };
        Artifact artifact = Environment.OutputArtifact(output.Label, generator.Configuration ?? configuration);
        ProviderCollection providers = FilesOnly(artifact);
        if (generator.Providers.Get(BuiltinProviders.InstrumentedFiles) is { } instrumented)
            providers.Add(instrumented);
        return new(output, configuration, providers) { Environments = generator.Environments };
    }

    private ProviderCollection FilesOnly(Artifact artifact) =>
        new ProviderCollection().Add(new DefaultInfo(NestedSet<Artifact>.Of(artifact), artifact, Runfiles.Empty, Environment.FileValues));

    private BazelException Cycle(Rule rule)
    {
        int start = active.FindIndex(a => a.Label.Equals(rule.Label));
        IEnumerable<string> path = active.Skip(start).Select(a => a.Label.ToString()).Append(rule.Label.ToString());
        return new(BazelErrorCode.DependencyCycle, "cycle in dependency graph:\n  " + string.Join("\n  -> ", path), rule.Location, rule.Label);
    }
}
