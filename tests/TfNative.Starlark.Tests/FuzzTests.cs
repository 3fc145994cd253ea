using TfNative.Starlark.Fuzz;

namespace TfNative.Starlark.Tests;

/// <summary>A short run of the fuzz program, from the suite's files.</summary>
public class FuzzTests
{
    [Fact]
    public void Mutated_files_give_nothing_but_Starlark_errors()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "suite");
        List<string> corpus = Directory.EnumerateFiles(folder, "*.star", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(f => File.ReadAllText(f).Split("\n---\n"))
            .ToList();
        var mutator = new Mutator(corpus, seed: 20231);
        for (int i = 0; i < 3000; i++)
            Harness.Run(mutator.Next(), i % 2 == 0 ? Dialect.Test : Dialect.Bzl);
    }
}
