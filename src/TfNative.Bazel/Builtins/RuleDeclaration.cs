using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Declares a rule in the package whose BUILD file is being evaluated.</summary>
internal static class RuleDeclaration
{
    public static void Declare(RuleClass ruleClass, StarlarkThread thread, ReadOnlySpan<(string Name, Value Value)> arguments)
    {
        // Macros for WORKSPACE files also bind() names, which projects declare for themselves.
        if (thread.GetLocal<RepositoryRuleCalls>() is not null)
            return;
        PackageBuilder builder = thread.GetLocal<PackageBuilder>()
            ?? throw StarlarkException.Create($"{ruleClass.Name} can only be instantiated while a BUILD file is evaluated");
        (Location? location, string? macro) = DeclarationSite.Find(thread);
        builder.AddRule(ruleClass, ruleClass.Initializer?.Apply(ruleClass, thread, builder, arguments) ?? arguments.ToArray(), location, macro, thread);
    }
}
