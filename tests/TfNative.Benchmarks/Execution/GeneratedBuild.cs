using System.Globalization;
using System.Text;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>Compiles of one source each, which include headers drawn from a common pool, and one link of all.</summary>
internal static class GeneratedBuild
{
    /// <summary>Writes sources, graph file and build.ninja into a folder, unless they are there.</summary>
    /// <returns>The execution root.</returns>
    public static string Make(string folder, int compiles, int headersEach, int headers)
    {
        string root = Path.Combine(folder, "root");
        if (Directory.Exists(root))
            return root;
        Directory.CreateDirectory(Path.Combine(root, "src"));
        Directory.CreateDirectory(Path.Combine(root, "out"));
        string compiler = FakeCompiler.Make(folder);
        var random = new Random(1);
        string[] headerPaths = [.. Enumerable.Range(0, headers).Select(i => Name("include/package/with/a/usual/length", i % 200, i, ".h"))];
        foreach (string path in headerPaths)
            Write(root, path, path);
        var builder = new ActionGraphBuilder();
        ArtifactSet[] sets =
            [.. headerPaths.Chunk(200).Select(chunk => ArtifactSet.Create(chunk.Select(path => builder.Source(path))))];
        ArtifactSet all = ArtifactSet.Create([], sets);
        string[] flags = [.. Enumerable.Range(0, 60).Select(i => $"-DSOME_DEFINITION_{i}=value")];
        var objects = new List<Artifact>();
        for (int i = 0; i < compiles; i++)
        {
            string source = Name("src/package", i % 100, i, ".cc");
            string output = Name("bazel-out/k8-opt/bin/package", i % 100, i, ".o");
            Write(root, source, string.Concat(Enumerable.Range(0, headersEach).Select(_ => headerPaths[random.Next(headers)]).Distinct().Select(p => p + "\n")));
            objects.Add(builder.Output(output));
            builder.Add(new SpawnAction
            {
                Mnemonic = "CppCompile",
                CommandLine = new CommandLine([compiler], [output, output + ".d", source], flags),
                Inputs = [builder.Source(source)],
                InputSets = [all],
                Outputs = [builder.Output(output)],
                Depfile = output + ".d",
                DiscoversInputs = true,
            });
        }

        builder.Add(new SpawnAction
        {
            Mnemonic = "CppLink",
            CommandLine = CommandLine.Of(compiler, "bazel-out/lib"),
            Inputs = [.. objects],
            Outputs = [builder.Output("bazel-out/lib")],
        });
        Save(folder, builder.Build([builder.Output("bazel-out/lib")]));
        return root;
    }

    public static void Save(string folder, ActionGraph graph)
    {
        ActionGraphFile.Write(Path.Combine(folder, "graph"), graph, new GraphInputs());
        NinjaFileWriter.Write(Path.Combine(folder, "ninja"), graph, new NinjaOptions(CleanEnvironment: false, RemoveOutputs: false));
    }

    private static string Name(string folder, int part, int number, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/{part}/file_{number}{extension}");

    private static void Write(string root, string path, string content)
    {
        string full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content, Encoding.ASCII);
    }
}
