namespace TfNative.Bazel;

/// <summary>A file that a rule of the package declares to make.</summary>
public sealed class OutputFile(Package package, Label label, Rule generator) : Target(package, label, generator.Location)
{
    public Rule Generator { get; } = generator;

    public override Rule AssociatedRule => Generator;

    public override string Kind => "generated file";
}
