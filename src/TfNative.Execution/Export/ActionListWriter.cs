using System.Text;
using System.Text.Json;

namespace TfNative.Execution;

/// <summary>Prints an action graph for people and for comparisons: what `bazel aquery` tells, one action after another.</summary>
public static class ActionListWriter
{
    /// <summary>
    /// One JSON object a line, sorted by output: m mnemonic, t label, c configuration, argv, in, out, src (of compiles),
    /// text (of written files), subst (of templates).
    /// </summary>
    public static void WriteJson(TextWriter output, ActionGraph graph)
    {
        foreach (BuildAction action in Sorted(graph))
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                Write(json, action);
            output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        }
    }

    /// <summary>A block a line-oriented tool can search: mnemonic and label, then command, inputs and outputs.</summary>
    public static void WriteText(TextWriter output, ActionGraph graph)
    {
        foreach (BuildAction action in Sorted(graph))
        {
            output.WriteLine($"action '{(action.Description.Length > 0 ? action.Description : action.PrimaryOutput.ExecPath)}'");
            output.WriteLine($"  Mnemonic: {action.Mnemonic}");
            output.WriteLine($"  Target: {action.Owner}");
            output.WriteLine($"  Configuration: {Configuration(action)}");
            output.WriteLine($"  Inputs: [{string.Join(", ", action.Inputs.Select(i => i.ExecPath))}]");
            output.WriteLine($"  Outputs: [{string.Join(", ", action.Outputs.Select(o => o.ExecPath))}]");
            if (action is SpawnAction spawn)
                output.WriteLine($"  Command Line: {string.Join(" \\\n    ", spawn.CommandLine.ToArray().Select(ShellQuote.Word))}");
            output.WriteLine();
        }
    }

    private static IEnumerable<BuildAction> Sorted(ActionGraph graph) =>
        graph.Actions.OrderBy(a => a.PrimaryOutput.ExecPath, StringComparer.Ordinal);

    private static void Write(Utf8JsonWriter json, BuildAction action)
    {
        json.WriteStartObject();
        json.WriteString("m", action.Mnemonic);
        json.WriteString("t", action.Owner);
        json.WriteString("c", Configuration(action));
        if (action is SpawnAction spawn)
        {
            WriteList(json, "argv", spawn.CommandLine.ToArray());
            if (action.Mnemonic == "CppCompile")
                json.WriteString("src", action.Inputs[0].ExecPath);
        }

        if (action is WriteFileAction file)
            json.WriteString("text", Encoding.UTF8.GetString(file.Content().Span));
        if (action is WriteArgumentsAction arguments)
            WriteList(json, "argv", arguments.Arguments.ToArray());
        if (action is ExpandTemplateAction template)
        {
            json.WriteStartArray("subst");
            foreach ((string key, string value) in template.Substitutions)
            {
                json.WriteStartArray();
                json.WriteStringValue(key);
                json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        WriteList(json, "in", action.Inputs.Select(i => i.ExecPath).Order(StringComparer.Ordinal));
        WriteList(json, "out", action.Outputs.Select(o => o.ExecPath));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>The folder under bazel-out that the action's outputs lie in.</summary>
    private static string Configuration(BuildAction action) =>
        action.PrimaryOutput.ExecPath.Split('/') is ["bazel-out", var folder, ..] ? folder : "";
}
