namespace TfNative.Bazel;

/// <summary>Warns of dependencies on targets of other packages that are deprecated (DeprecationValidator.java).</summary>
internal static class DeprecationCheck
{
    public static void Check(AnalysisEnvironment environment, Rule user, ConfiguredTarget target)
    {
        if (target.Target.AssociatedRule is not { } dependency
            || dependency.Package == user.Package || dependency.GetRaw("deprecation") is not string { Length: > 0 } reason
            || user.GetRaw("deprecation") is string { Length: > 0 } || !environment.DeprecationWarnings.Add((user.Label, dependency.Label)))
            return;
        environment.Report(BazelDiagnostics.Warning(new(
            BazelErrorCode.Deprecated, $"target '{user.Label}' depends on deprecated target '{target.Label}': {reason}", user.Location, user.Label)));
    }
}
