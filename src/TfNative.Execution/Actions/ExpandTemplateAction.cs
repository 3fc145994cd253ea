namespace TfNative.Execution;

/// <summary>
/// Writes a template with keys replaced (Bazel's ctx.actions.expand_template): key after key over the whole text, in
/// the given order, so that a value may hold a later key. The template is the only member of Inputs.
/// </summary>
public sealed class ExpandTemplateAction : BuildAction
{
    public required IReadOnlyList<KeyValuePair<string, string>> Substitutions { get; init; }

    public bool IsExecutable { get; init; }
}
