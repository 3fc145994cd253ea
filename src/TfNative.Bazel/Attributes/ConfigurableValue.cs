namespace TfNative.Bazel;

/// <summary>An attribute's value that depends on the configuration: plain parts and selectors, to be joined in order.</summary>
public sealed class ConfigurableValue
{
    public ConfigurableValue(IReadOnlyList<ConfigurablePart> parts) => Parts = parts;

    public IReadOnlyList<ConfigurablePart> Parts { get; }
}

/// <summary>Either a plain converted value, or the branches of one select().</summary>
public sealed class ConfigurablePart
{
    public ConfigurablePart(object? plain) => Plain = plain;

    public ConfigurablePart(IReadOnlyList<KeyValuePair<Label, object?>> branches, string noMatchError)
    {
        Branches = branches;
        NoMatchError = noMatchError;
    }

    /// <summary>The key that stands for "none of the others".</summary>
    public const string DefaultCondition = "//conditions:default";

    /// <summary>Whether a branch's condition is <see cref="DefaultCondition"/>, however a repository writes it.</summary>
    public static bool IsDefault(Label condition) => condition is { Name: "default", Package.Path: "conditions" };

    public object? Plain { get; }

    /// <summary>Conditions with converted values in the order written; null for a plain part. A null value is the default.</summary>
    public IReadOnlyList<KeyValuePair<Label, object?>>? Branches { get; }

    public string NoMatchError { get; } = "";
}
