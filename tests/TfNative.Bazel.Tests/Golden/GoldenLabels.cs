namespace TfNative.Bazel.Tests.Golden;

/// <summary>The targets of a closure, as <c>bazel query --output=label_kind</c> lists them.</summary>
public static class GoldenLabels
{
    /// <param name="Kind">What it is: <c>cc_library rule</c>, <c>source file</c>, <c>generated file</c>.</param>
    /// <param name="Label">As <see cref="Bazel.Label.ToString"/> writes it.</param>
    public readonly record struct Entry(string Kind, string Label);

    /// <param name="name">Project and name, such as <c>tflite/tflite_c</c>.</param>
    public static IReadOnlyList<Entry> Read(string name) =>
        GoldenData.ReadLines(name + ".label_kind.txt").Select(Parse).ToArray();

    public static Entry Parse(string line)
    {
        // File names may have spaces, kinds have one: the label starts at the first "//" or "@".
        int slashes = line.IndexOf("//", StringComparison.Ordinal);
        int at = line.IndexOf('@');
        int start = at >= 0 && at < slashes ? at : slashes;
        return new Entry(line[..(start - 1)], line[start..]);
    }
}
