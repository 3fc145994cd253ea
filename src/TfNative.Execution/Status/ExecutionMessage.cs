namespace TfNative.Execution;

/// <summary>Something to tell a person that is not about an action's end.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">TFN3xxx; null for plain information.</param>
/// <param name="Text">The message.</param>
/// <param name="Action">What it is about, if about an action.</param>
public sealed record ExecutionMessage(MessageSeverity Severity, string? Code, string Text, BuildAction? Action = null);
