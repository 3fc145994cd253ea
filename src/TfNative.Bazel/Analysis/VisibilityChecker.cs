namespace TfNative.Bazel;

/// <summary>Enforces visibility (https://bazel.build/concepts/visibility).</summary>
internal static class VisibilityChecker
{
    /// <param name="isImplicit">The rule class names it, not the rule.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.NotVisible"/> where the policy asks for it.</exception>
    public static void Check(AnalysisEnvironment environment, Rule user, Label dependency, bool isImplicit = false)
    {
        if (environment.Visibility == VisibilityPolicy.Ignore || dependency.Package.Equals(user.Label.Package))
            return;
        Target target = environment.Targets.Find(dependency);
        Visibility visibility = VisibilityMatcher.Of(target);
        var matcher = new VisibilityMatcher(environment.Targets.Find);
        if (matcher.Allows(visibility, user.Label.Package))
            return;
        // An implicit dependency of a rule class must be visible to where the class is defined.
        if (isImplicit && user.RuleClass.DefinitionFile is { } definition
            && (definition.Package.Equals(dependency.Package) || matcher.Allows(visibility, definition.Package)))
            return;
        string message = $"target '{dependency}' is not visible from target '{user.Label}'; add //{user.Label.Package.Path}:__pkg__ to its visibility"
            + (target is InputFile { Visibility: null } ? $" or export it: exports_files([\"{dependency.Name}\"])" : "");
        var diagnostic = new BazelException(BazelErrorCode.NotVisible, message, user.Location, user.Label);
        if (environment.Visibility == VisibilityPolicy.Error)
            throw diagnostic;
        environment.Report(BazelDiagnostics.Warning(diagnostic));
    }

    /// <summary>A condition of a select: a config_setting that says nothing of its visibility is public, whatever its package says
    /// (--incompatible_enforce_config_setting_visibility, --noincompatible_config_setting_private_default_visibility).</summary>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.NotVisible"/> where the policy asks for it.</exception>
    public static void CheckCondition(AnalysisEnvironment environment, Rule user, Label condition)
    {
        if (condition.Package.Equals(user.Label.Package) || ConfigurablePart.IsDefault(condition))
            return;
        if (environment.Targets.Find(condition) is Rule { RuleClass.Name: "config_setting" } setting && setting.IsExplicit("visibility"))
            Check(environment, user, condition);
    }
}
