using TfNative.Starlark.Suite;

namespace TfNative.Starlark.Tests;

/// <summary>Runs the .star files, which follow the chapters of the specification.</summary>
public class SuiteTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "suite");

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (string path in Directory.EnumerateFiles(Folder, "*.star", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            files.Add(Path.GetRelativePath(Folder, path));
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_chunk_does_what_it_says(string file)
    {
        Dialect dialect = Path.GetDirectoryName(file) switch
        {
            "build" => Dialect.Build,
            "bzl" => Dialect.Bzl,
            _ => Dialect.Test,
        };
        var runner = new ChunkRunner(dialect, linesOnly: false);
        IEnumerable<string> failures = Chunk.Split(file, File.ReadAllText(Path.Combine(Folder, file))).SelectMany(runner.Run);
        Assert.Equal([], failures);
    }

    [Theory]
    [InlineData("1 // 0\n", "expected no error, got integer division by zero")]
    [InlineData("x = 1 ### boom\n", "expected error 'boom', got no error")]
    [InlineData("1 // 0 ### boom\n", "expected error 'boom', got integer division by zero")]
    [InlineData("assert_eq(1, 2)\n", "assert_eq: 1 != 2")]
    [InlineData("\n1 // 0\nx = 1 ### division\n", "expected no error, got integer division by zero")]
    public void The_runner_reports_missing_extra_and_other_errors(string text, string report)
    {
        Chunk chunk = Chunk.Split("f", text).Single();
        Assert.Contains(report, string.Join('\n', new ChunkRunner(Dialect.Test, linesOnly: false).Run(chunk)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_runner_can_compare_lines_only()
    {
        Chunk chunk = Chunk.Split("f", "1 // 0 ### boom\n").Single();
        Assert.Empty(new ChunkRunner(Dialect.Test, linesOnly: true).Run(chunk));
    }
}
