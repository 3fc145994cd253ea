namespace TfNative.Bazel;

/// <summary>In which configuration the targets that a label attribute names are built.</summary>
public enum AttributeTransition
{
    Target,
    Exec,
    Starlark,
}
