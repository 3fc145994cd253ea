namespace TfNative.Bazel;

/// <summary>The variables that are known at a place of a query.</summary>
internal sealed record QueryScope(string Name, TargetSet Value, QueryScope? Outer)
{
    public static TargetSet? Find(QueryScope? scope, string name)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Name == name)
                return scope.Value;
        }

        return null;
    }
}
