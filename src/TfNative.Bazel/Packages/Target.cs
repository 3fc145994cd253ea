using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Anything in a package that has a label: a rule, a source or generated file, a package group.</summary>
public abstract class Target
{
    protected Target(Package package, Label label, Location? location)
    {
        Package = package;
        Label = label;
        Location = location;
    }

    public Package Package { get; }

    public Label Label { get; }

    public string Name => Label.Name;

    /// <summary>Where the target is declared; null for files that only a rule mentions.</summary>
    public Location? Location { get; }

    /// <summary>As `bazel query --output=label_kind` names it: "cc_library rule", "source file".</summary>
    public abstract string Kind { get; }

    /// <summary>The rule that it is, or that makes it; null: none (Bazel's Target.getAssociatedRule).</summary>
    public virtual Rule? AssociatedRule => null;

    public override string ToString() => Label.ToString();
}
