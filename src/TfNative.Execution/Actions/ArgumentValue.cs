namespace TfNative.Execution;

/// <summary>One of the values that arguments are made of.</summary>
/// <param name="Text">The value, or the exec path of a folder.</param>
/// <param name="Kind">What it stands for.</param>
public readonly record struct ArgumentValue(string Text, ArgumentValueKind Kind = ArgumentValueKind.Text);
