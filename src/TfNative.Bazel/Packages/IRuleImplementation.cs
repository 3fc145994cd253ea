namespace TfNative.Bazel;

/// <summary>Analyses instances of a rule class: gives their providers and registers their actions.</summary>
public interface IRuleImplementation
{
    /// <exception cref="BazelException">The rule cannot be built as declared.</exception>
    ProviderCollection Analyze(RuleContext context);
}
