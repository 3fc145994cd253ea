using System.Text.Json;

namespace TfNative.Execution;

/// <summary>
/// Writes compile_commands.json, by which clangd and IDEs know how each source is compiled
/// (https://clang.llvm.org/docs/JSONCompilationDatabase.html).
/// </summary>
public static class CompilationDatabaseWriter
{
    /// <param name="output">Gets the JSON text.</param>
    /// <param name="graph">Its CppCompile actions are written, in order.</param>
    /// <param name="executionRoot">Absolute folder in which the actions run.</param>
    public static void Write(Stream output, ActionGraph graph, string executionRoot)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (SpawnAction action in graph.Actions.OfType<SpawnAction>().Where(a => a.Mnemonic == "CppCompile"))
        {
            string[] arguments = action.CommandLine.ToArray();
            json.WriteStartObject();
            json.WriteString("directory", executionRoot);
            json.WriteString("file", action.Inputs[0].ExecPath);
            json.WriteString("output", action.PrimaryOutput.ExecPath);
            json.WriteStartArray("arguments");
            foreach (string argument in arguments)
                json.WriteStringValue(argument);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
