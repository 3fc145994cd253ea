using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>transition(implementation, inputs, outputs): how a dependency's configuration differs from its user's.</summary>
public sealed class TransitionValue(Value implementation, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, LabelConverter labels)
    : StarlarkObject
{
    public Value Implementation { get; } = implementation;

    /// <summary>Settings that the implementation reads: "//command_line_option:x" or labels.</summary>
    public IReadOnlyList<string> Inputs { get; } = inputs;

    /// <summary>Settings that it may change.</summary>
    public IReadOnlyList<string> Outputs { get; } = outputs;

    /// <summary>Reads labels among the settings, as seen from the defining file.</summary>
    public LabelConverter Labels { get; } = labels;

    public override string TypeName => "transition";

    public static Builtin CreateFunction(LabelConverter labels) => new("transition", "*, implementation, inputs, outputs", (in CallContext c) =>
        new TransitionValue(c[0], SequenceReader.Strings(c, 1), SequenceReader.Strings(c, 2), labels));
}

/// <summary>config.exec() and the string "exec": the configuration of tools.</summary>
public sealed class ExecTransition(string? execGroup = null) : StarlarkObject
{
    /// <summary>Which of the rule's exec groups; null for its own.</summary>
    public string? ExecGroup { get; } = execGroup;

    public override string TypeName => "ExecTransitionFactory";
}

/// <summary>config.target(): the configuration of the user.</summary>
public sealed class TargetTransition : StarlarkObject
{
    public override string TypeName => "TargetTransition";
}
