namespace TfNative.Bazel;

/// <summary>The types of rule attributes (Bazel's BuildType.java and Type.java).</summary>
public enum AttributeType
{
    /// <summary>string; held as <see cref="string"/>.</summary>
    String,

    /// <summary>list of strings; held as <c>string[]</c>.</summary>
    StringList,

    /// <summary>dict from string to string; held as <c>OrderedDictionary&lt;string, string&gt;</c>.</summary>
    StringDict,

    /// <summary>dict from string to list of strings.</summary>
    StringListDict,

    /// <summary>label; held as <see cref="Bazel.Label"/> or null.</summary>
    Label,

    /// <summary>list of labels; held as <c>Label[]</c>.</summary>
    LabelList,

    /// <summary>dict from label to string.</summary>
    LabelKeyedStringDict,

    /// <summary>dict from string to label.</summary>
    StringKeyedLabelDict,

    /// <summary>int; held as <see cref="int"/>.</summary>
    Integer,

    /// <summary>list of ints; held as <c>int[]</c>.</summary>
    IntegerList,

    /// <summary>bool; held as <see cref="bool"/>; 0 and 1 are accepted.</summary>
    Boolean,

    /// <summary>-1, 0 or 1 (auto, no, yes); held as <see cref="int"/>; bools are accepted.</summary>
    Tristate,

    /// <summary>an output file of the rule; held as <see cref="Bazel.Label"/>.</summary>
    Output,

    /// <summary>output files of the rule; held as <c>Label[]</c>.</summary>
    OutputList,

    /// <summary>anything; for attributes that Bazel keeps but no build needs.</summary>
    Any,
}
