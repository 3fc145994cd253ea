namespace TfNative.Bazel.Tests.Golden;

/// <summary>One output folder for the tests of a class: repositories are made once.</summary>
public sealed class OutputBaseFixture : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tfnative-output-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
