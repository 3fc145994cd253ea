using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// Applies aspects to analysed targets (https://bazel.build/extending/aspects): each aspect once for a target and the
/// aspects that it sees, with what it sees on the target's dependencies along its attributes.
/// </summary>
internal sealed class AspectEvaluator(Analyzer analyzer)
{
    private readonly Dictionary<(ConfiguredTarget, AspectPath), ConfiguredTarget> applied = [];
    private readonly Dictionary<(ConfiguredTarget, AspectPath), ProviderCollection> evaluated = [];

    /// <returns>The target with what the aspects provide; the target itself when none of them applies.</returns>
    public ConfiguredTarget Apply(ConfiguredTarget target, AspectPath path)
    {
        // Aspects look at rules; files and package groups pass as they are.
        if (target.Target is not Rule)
            return target;
        if (applied.TryGetValue((target, path), out ConfiguredTarget? known))
            return known;
        ConfiguredTarget result = target;
        var before = new List<AspectInstance>();
        foreach (AspectInstance instance in path.Aspects)
        {
            if (!IsWanted(instance.Aspect, target))
                continue;
            AspectInstance[] seen = [.. before.Where(b => Sees(instance.Aspect, b.Aspect))];
            result = result.With(Evaluate(target, seen, instance));
            before.Add(instance);
        }

        return applied[(target, path)] = result;
    }

    private ProviderCollection Evaluate(ConfiguredTarget target, AspectInstance[] seen, AspectInstance instance)
    {
        var path = new AspectPath([.. seen, instance]);
        if (evaluated.TryGetValue((target, path), out ProviderCollection? known))
            return known;
        ConfiguredTarget shown = target;
        for (int i = 0; i < seen.Length; i++)
            shown = shown.With(Evaluate(target, [.. seen[..i].Where(s => Sees(seen[i].Aspect, s.Aspect))], seen[i]));
        return evaluated[(target, path)] = Run(shown, path, instance);
    }

    private ProviderCollection Run(ConfiguredTarget target, AspectPath path, AspectInstance instance)
    {
        var rule = (Rule)target.Target;
        BuildConfiguration configuration = target.Configuration!;
        var under = new RuleContext(analyzer, rule, configuration) { Propagating = path };
        var context = new RuleContext(analyzer, instance.Aspect.CreateRule(rule, instance.Values), configuration) { UnderAspect = under };
        // It goes on along its attributes whether it looks at them or not.
        foreach (AttributeSchema attribute in rule.RuleClass.Attributes.Where(a => a.IsLabel && path.Along(a.Name) is not null && !a.IsNodep && a.Name != "visibility"))
            under.Prerequisites(attribute.Name);
        StarlarkThread thread = analyzer.Environment.CreateThread();
        Value result;
        try
        {
            result = thread.Call(instance.Aspect.Implementation, [target, new StarlarkRuleContext(context, thread)]);
        }
        catch (StarlarkException e)
        {
            throw new BazelException(
                BazelErrorCode.RuleFailed, $"in {instance.Aspect.Name} aspect on {rule.RuleClass.Name} rule {rule.Label}:\n{e.Render()}", rule.Location, rule.Label, e);
        }

        var providers = new ProviderCollection();
        foreach (StarlarkObject provider in ReturnedProviders.Read(context, result, "an aspect"))
            providers.Add(provider);
        return providers;
    }

    /// <summary>An aspect sees an earlier one that it requires, by name or by what it provides.</summary>
    private static bool Sees(StarlarkAspect aspect, StarlarkAspect earlier) =>
        aspect.Requires.Contains(earlier)
        || aspect.RequiredAspectProviders.Any(set => set.Count > 0 && set.All(p => earlier.Provides.Contains(p)));

    /// <summary>Of rules from .bzl files those count that advertise the providers, whatever they return
    /// (https://bazel.build/rules/lib/globals/bzl#aspect: required_providers).</summary>
    private static bool IsWanted(StarlarkAspect aspect, ConfiguredTarget target) => target.Target is Rule { RuleClass: { DefinitionFile: not null } ruleClass }
        ? aspect.RequiredProviders.Count == 0 || aspect.RequiredProviders.Any(set => set.All(p => ruleClass.Provides.Contains(p)))
        : Satisfies(aspect.RequiredProviders, target.Providers);

    /// <summary>One of the alternatives is there in full; no alternatives ask for nothing.</summary>
    public static bool Satisfies(IReadOnlyList<IReadOnlyList<StarlarkObject>> alternatives, ProviderCollection providers) =>
        alternatives.Count == 0 || alternatives.Any(set => set.All(providers.Has));
}
