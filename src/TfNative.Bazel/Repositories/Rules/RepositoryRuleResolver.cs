using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Finds the repository rule that a declaration names, or calls the macro that calls it.</summary>
internal sealed class RepositoryRuleResolver(RepositorySet repositories, BzlLoader bzl, Func<StarlarkThread> createThread)
{
    /// <returns>The call, and the .bzl files that it comes from.</returns>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.InvalidRepository"/>, or the file cannot be loaded.</exception>
    public (RepositoryRuleCall Call, IReadOnlyCollection<Label> Files) Resolve(RepositoryDeclaration declaration)
    {
        LabelConverter labels = new(PackageId.MainRoot, repositories.MappingFor(repositories.Main));
        string text = declaration.Rule!;
        int percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0)
            throw Invalid(declaration, $"has the Rule '{text}', which should read '//package:file.bzl%name'");
        string name = text[(percent + 1)..];
        LoadedFile file;
        try
        {
            Label label = labels.Convert(text[..percent]);
            file = bzl.Load(label, WaitGraph.MakerOf(new RepositoryName(declaration.Name)));
        }
        catch (LabelSyntaxException e)
        {
            throw Invalid(declaration, $"has the Rule '{text}': {e.Message}");
        }

        if (!file.Module.TryGetGlobal(name, out Value value))
            throw Invalid(declaration, $"has the Rule '{text}', but {file.Label} has no '{name}'{NearestNames.Hint(name, file.Module.Globals.Select(g => g.Key))}");
        RepositoryRuleCall call = value.As<StarlarkRepositoryRule>() is { } rule ? OfRule(rule, declaration, labels)
            : value.As<StarlarkFunction>() is { } macro ? OfMacro(macro, declaration, labels)
            : throw Invalid(declaration, $"has the Rule '{text}', which is a {value.TypeName}; want a repository rule or a macro that calls one");
        return (call, [file.Label, .. file.Loads]);
    }

    private static RepositoryRuleCall OfRule(StarlarkRepositoryRule rule, RepositoryDeclaration declaration, LabelConverter labels)
    {
        foreach (string attribute in declaration.Attributes.Keys)
        {
            if (!rule.HasAttribute(attribute))
            {
                throw new BazelException(
                    BazelErrorCode.UnknownAttribute,
                    $"@{declaration.Name}: no such attribute '{attribute}' in repository rule {rule.Name}" + NearestNames.Hint(attribute, rule.Attributes.Select(a => a.Key)));
            }
        }

        return RepositoryRuleCall.Of(rule, declaration.Attributes.Select(a => (a.Key, AttributeText.Parse(rule.GetAttribute(a.Key).Type, a.Value))), labels);
    }

    private RepositoryRuleCall OfMacro(StarlarkFunction macro, RepositoryDeclaration declaration, LabelConverter labels)
    {
        var calls = new RepositoryRuleCalls(labels);
        StarlarkThread thread = createThread();
        thread.SetLocal(calls);
        List<(string, Value)> arguments = [.. declaration.Attributes.Select(a => (a.Key, TextOrList(a.Value)))];
        // A macro for one repository alone does not ask for its name.
        if (macro.Parameters.Any(parameter => parameter.Name == "name" || parameter.Kind == ParameterKind.KwArgs))
            arguments.Insert(0, ("name", declaration.Name));
        thread.Call(macro, [], [.. arguments]);
        return calls.All.TryGetValue(declaration.Name, out RepositoryRuleCall? call)
            ? call
            : throw Invalid(declaration, $"has the Rule '{declaration.Rule}', a macro that makes no repository of this name; it makes: {string.Join(", ", calls.All.Keys)}");
    }

    /// <summary>A macro says nothing of its arguments' types.</summary>
    private static Value TextOrList(string text) =>
        text.Contains(';', StringComparison.Ordinal) ? AttributeText.Parse(AttributeType.StringList, text) : text;

    private static BazelException Invalid(RepositoryDeclaration declaration, string problem) => RepositoryMaterializer.Invalid(declaration, problem);
}
