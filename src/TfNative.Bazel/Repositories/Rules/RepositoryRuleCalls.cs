using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Hears of the repository rules that a macro calls, while it runs as a WORKSPACE file would run it.</summary>
internal sealed class RepositoryRuleCalls(LabelConverter labels)
{
    /// <summary>By the name of the repository; as in WORKSPACE files, the first of a name counts.</summary>
    public Dictionary<string, RepositoryRuleCall> All { get; } = new(StringComparer.Ordinal);

    public void Add(StarlarkRepositoryRule rule, ReadOnlySpan<(string Name, Value Value)> arguments)
    {
        string? repository = null;
        foreach ((string name, Value value) in arguments)
        {
            if (name == "name")
                repository = value.AsString();
        }

        if (repository is null)
            throw StarlarkException.Create($"repository rule {rule.Name} is called without a name");
        All.TryAdd(repository, RepositoryRuleCall.Of(rule, arguments.ToArray(), labels));
    }
}
