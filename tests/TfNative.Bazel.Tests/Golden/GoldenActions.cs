using System.Text.Json;

namespace TfNative.Bazel.Tests.Golden;

/// <summary>The actions of a closure, as <c>bazel aquery</c> lists them.</summary>
public static class GoldenActions
{
    /// <param name="name">Project and name, such as <c>tflite/tflite_c</c>.</param>
    /// <param name="mode"><c>opt</c> or <c>fastbuild</c>.</param>
    public static IReadOnlyList<ActionView> Read(string name, string mode) => GoldenData
        .ReadLines($"{name}.actions-{mode}.json")
        .Where(line => line.StartsWith("{\"", StringComparison.Ordinal) && !line.StartsWith("{\"configs\"", StringComparison.Ordinal))
        .Select(line => Parse(line.TrimEnd(',')))
        .ToArray();

    private static ActionView Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement action = json.RootElement;
        string label = Text("t");
        return new ActionView(
            Text("m"),
            label.StartsWith("@@", StringComparison.Ordinal) ? label[1..] : label,
            Text("c"),
            List("argv"),
            List("in"),
            List("out"));

        string Text(string name) => action.GetProperty(name).GetString()!;

        string[] List(string name) => action.TryGetProperty(name, out JsonElement list)
            ? list.EnumerateArray().Select(item => item.GetString()!).ToArray()
            : [];
    }
}
