using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>What a project lets repository rules see of the machine.</summary>
/// <param name="Environment">All environment variables; PATH is always among them.</param>
/// <param name="Programs">Names or absolute paths of the programs that rules may run.</param>
/// <param name="Downloads">Stand-ins for what rules would download.</param>
internal sealed record RepositoryHost(
    IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Programs, IReadOnlyList<RepositoryDownload> Downloads)
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public static RepositoryHost Of(TranslationRequest request)
    {
        var environment = new Dictionary<string, string>(request.RepositoryEnvironment, StringComparer.Ordinal);
        environment.TryAdd("PATH", DefaultPath);
        return new(environment, request.RepositoryPrograms, request.RepositoryDownloads);
    }

    public string? Find(string program) => SearchPath.Find(program, Environment["PATH"]);

    /// <summary>Whether the project allows a program, by its path or the last part of it.</summary>
    public bool Allows(string program) => Programs.Contains(program) || Programs.Contains(Path.GetFileName(program));

    public RepositoryDownload? FindDownload(string url) =>
        Downloads.FirstOrDefault(d => d.Url == url) ?? Downloads.FirstOrDefault(d => d.Url == url[(url.LastIndexOf('/') + 1)..]);
}
