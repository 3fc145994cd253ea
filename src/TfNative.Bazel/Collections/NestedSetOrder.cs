namespace TfNative.Bazel;

/// <summary>In which order a nested set is flattened (https://bazel.build/rules/lib/builtins/depset).</summary>
public enum NestedSetOrder
{
    /// <summary>"default": any order, always the same; ours is that of <see cref="Postorder"/>, as Bazel's.</summary>
    Stable,

    /// <summary>"postorder": what transitive sets hold before the direct elements.</summary>
    Postorder,

    /// <summary>"preorder": direct elements first.</summary>
    Preorder,

    /// <summary>"topological": an element comes before those of the sets that its set holds.</summary>
    Topological,
}
