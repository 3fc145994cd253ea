using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Analyses instances of a rule that a .bzl file defines: calls its implementation with a ctx.</summary>
internal sealed class StarlarkRuleImplementation(Value implementation) : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        context.ResolvePrerequisites();
        StarlarkThread thread = context.Environment.CreateThread();
        var ctx = new StarlarkRuleContext(context, thread);
        Value result;
        try
        {
            result = thread.Call(implementation, [ctx]);
        }
        catch (StarlarkException e)
        {
            // What a builtin found wrong with the rule has a code of its own.
            string code = e.Diagnostics[0].Code is ['T', 'F', 'N', '2', ..] own ? own : BazelErrorCode.RuleFailed;
            throw new BazelException(
                code, $"in {context.Rule.RuleClass.Name} rule {context.Label}:\n{e.Render()}", context.Rule.Location, context.Label, e);
        }

        ProviderCollection providers = Collect(context, ctx, result);
        CheckPromises(context.Rule, providers);
        if (ctx.Actions?.WithoutAction.FirstOrDefault() is { } output)
        {
            throw new BazelException(
                BazelErrorCode.UndeclaredOutput,
                $"in {context.Rule.RuleClass.Name} rule {context.Label}: no action makes the declared output '{output.ExecPath}'; make it with an action of ctx.actions, or do not declare it",
                context.Rule.Location, context.Label);
        }

        return providers;
    }

    /// <summary>What rule() says of its instances holds for each (StarlarkRuleConfiguredTargetUtil.java).</summary>
    private static void CheckPromises(Rule rule, ProviderCollection providers)
    {
        string? problem = null;
        if (rule.RuleClass.Provides.FirstOrDefault(promised => !providers.Has(promised)) is { } missing)
            problem = $"the rule advertises the provider '{missing.Name}' (provides), but it is not among those that were returned";
        else if (rule.RuleClass.IsExecutable && (providers.Get(BuiltinProviders.Default) as DefaultInfo)?.Executable is null)
            problem = "the rule is executable: it has to make a program and pass it as 'executable' to the DefaultInfo that it returns";
        if (problem is not null)
            throw new BazelException(BazelErrorCode.RuleFailed, $"in {rule.RuleClass.Name} rule {rule.Label}: {problem}", rule.Location, rule.Label);
    }

    private static ProviderCollection Collect(RuleContext context, StarlarkRuleContext ctx, Value result)
    {
        var providers = new ProviderCollection();
        DefaultInfoRequest? request = null;
        DefaultInfo? forwarded = null;
        foreach (StarlarkObject instance in ReturnedProviders.Read(context, result, "a rule"))
        {
            switch (instance)
            {
                case DefaultInfoRequest info:
                    request = info;
                    break;
                case DefaultInfo info:
                    forwarded = info;
                    break;
                default:
                    providers.Add(instance);
                    break;
            }
        }

        // A rule may hand on the DefaultInfo of one of its dependencies.
        if (forwarded is not null && request is null)
            return providers.Add(forwarded);
        NestedSet<Artifact> files = request?.Files is { } given
            ? FileValues.FromDepset(given)
            : NestedSet<Artifact>.Of(ctx.DeclaredOutputs);
        Artifact? executable = request?.Executable?.Artifact ?? ctx.Executable;
        if (request?.Files is null && executable is not null)
            files = NestedSet<Artifact>.Of(executable);
        Runfiles runfiles = request?.Runfiles ?? Runfiles.Empty;
        if (executable is not null)
            runfiles = RunfilesTree.With(context, executable, runfiles);
        return providers.Add(new DefaultInfo(files, executable, runfiles, context.FileValues));
    }
}
