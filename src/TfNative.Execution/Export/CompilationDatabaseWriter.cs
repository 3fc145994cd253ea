using System.Text.Json;

namespace TfNative.Execution;

/// <summary>
/// Writes compile_commands.json, by which clangd and IDEs know how each source is compiled
/// (https://clang.llvm.org/docs/JSONCompilationDatabase.html).
/// </summary>
public static class CompilationDatabaseWriter
{
    /// <summary>Options of gcc that clangd takes for errors; they say nothing about the language.</summary>
    private static readonly HashSet<string> UnknownToClang = ["-fno-canonical-system-headers", "-fno-working-directory"];

    /// <param name="output">Gets the JSON text.</param>
    /// <param name="graph">Its CppCompile actions are written, in order.</param>
    /// <param name="executionRoot">Absolute folder in which the actions run.</param>
    /// <param name="toSource">
    /// The real file of a path in the execution root: an editor opens that, and looks for it in the database by its name.
    /// </param>
    public static void Write(Stream output, ActionGraph graph, string executionRoot, Func<string, string> toSource)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (SpawnAction action in graph.Actions.OfType<SpawnAction>().Where(a => a.Mnemonic == "CppCompile"))
        {
            string source = action.Inputs[0].ExecPath, file = toSource(source);
            json.WriteStartObject();
            json.WriteString("directory", executionRoot);
            json.WriteString("file", file);
            json.WriteString("output", action.PrimaryOutput.ExecPath);
            json.WriteStartArray("arguments");
            foreach (string argument in action.CommandLine.ToArray())
            {
                if (!UnknownToClang.Contains(argument))
                    json.WriteStringValue(argument == source ? file : argument);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
