using System.Text.Json;

namespace TfNative.Execution.Tests.Export;

public class ActionListWriterTests
{
    private static ActionGraph Graph()
    {
        var builder = new ActionGraphBuilder();
        Artifact header = builder.Output("bazel-out/k8-opt/bin/a.h"), compiled = builder.Output("bazel-out/k8-opt/bin/a.o");
        builder.Add(new WriteFileAction { Mnemonic = "FileWrite", Owner = "//:h", Outputs = [header], Content = () => "#define A \"x\"\n"u8.ToArray() });
        builder.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            Owner = "//:a",
            Inputs = [builder.Source("a b.cc"), header],
            Outputs = [compiled],
            CommandLine = CommandLine.Of("gcc", "-DX=\"y\"", "-c", "a b.cc"),
        });
        return builder.Build([compiled]);
    }

    [Fact]
    public void Each_action_is_one_line_of_JSON_sorted_by_output()
    {
        var text = new StringWriter();
        ActionListWriter.WriteJson(text, Graph());
        JsonElement[] lines = [.. text.ToString().TrimEnd().Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(["FileWrite", "CppCompile"], lines.Select(l => l.GetProperty("m").GetString()));
        Assert.Equal("#define A \"x\"\n", lines[0].GetProperty("text").GetString());
        Assert.Equal(("k8-opt", "//:a", "a b.cc"), (lines[1].GetProperty("c").GetString(), lines[1].GetProperty("t").GetString(), lines[1].GetProperty("src").GetString()));
        Assert.Equal(["gcc", "-DX=\"y\"", "-c", "a b.cc"], lines[1].GetProperty("argv").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public void The_text_form_has_a_command_that_a_shell_takes()
    {
        var text = new StringWriter();
        ActionListWriter.WriteText(text, Graph());
        Assert.Contains("  Mnemonic: CppCompile\n  Target: //:a\n", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("'a b.cc'", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_compilation_database_names_folder_file_and_arguments_of_each_compile()
    {
        using var output = new MemoryStream();
        CompilationDatabaseWriter.Write(output, Graph(), "/root/of/execution", path => "/sources/" + path);
        JsonElement entry = Assert.Single(JsonDocument.Parse(output.ToArray()).RootElement.EnumerateArray());
        Assert.Equal("/root/of/execution", entry.GetProperty("directory").GetString());
        Assert.Equal("/sources/a b.cc", entry.GetProperty("file").GetString());
        Assert.Equal("-DX=\"y\"", entry.GetProperty("arguments")[1].GetString());
    }
}
