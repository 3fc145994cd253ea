namespace TfNative.Bazel;

/// <summary>How a query's answer is written.</summary>
public enum QueryOutput
{
    Label,
    LabelKind,
    Build,
    Package,
    Location,
    Graph,
}
