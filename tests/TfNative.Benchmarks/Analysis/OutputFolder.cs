namespace TfNative.Benchmarks.Analysis;

/// <summary>
/// Where repositories are laid out: the folder that TFNATIVE_OUTPUT_BASE names, which stays, so that a second run finds
/// them as a second build does; or one of this run's own.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly bool keep;

    public OutputFolder()
    {
        string? named = Environment.GetEnvironmentVariable("TFNATIVE_OUTPUT_BASE");
        keep = named is not null;
        Path = named ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "tfnative-benchmark-" + Guid.NewGuid().ToString("n"));
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!keep && Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
