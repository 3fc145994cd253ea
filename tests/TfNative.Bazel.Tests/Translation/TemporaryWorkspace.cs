using TfNative.Execution;

namespace TfNative.Bazel.Tests.Translation;

/// <summary>A Bazel workspace of a few files in a temporary folder, and what we make of it.</summary>
internal sealed class TemporaryWorkspace : IDisposable
{
    public TemporaryWorkspace(params (string Path, string Text)[] files)
    {
        Folder = Directory.CreateTempSubdirectory("tfnative-test-").FullName;
        Root = Folder + "/workspace";
        foreach ((string path, string text) in files)
            Write(path, text);
    }

    /// <summary>Holds the workspace and what is built of it.</summary>
    public string Folder { get; }

    public string Root { get; }

    public List<BazelDiagnostic> Warnings { get; } = [];

    public void Write(string path, string text)
    {
        string full = $"{Root}/{path}";
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <param name="targets">Labels or patterns.</param>
    /// <param name="change">Further demands; optimised and with a configuration of its own for tools unless changed.</param>
    public TranslationResult Translate(IReadOnlyList<string> targets, Func<TranslationRequest, TranslationRequest>? change = null)
    {
        var request = new TranslationRequest
        {
            Workspace = Root,
            Targets = targets,
            DistinctExecConfiguration = true,
            OutputBase = Folder + "/output",
        };
        return BazelTranslator.Translate(change?.Invoke(request) ?? request, new Listener(Warnings), CancellationToken.None);
    }

    /// <param name="query">In Bazel's query language.</param>
    /// <param name="change">Further demands.</param>
    /// <param name="options">Which dependencies count; null: all.</param>
    public BazelQueryResult Query(
        string query, QueryOutput output = QueryOutput.Label, Func<TranslationRequest, TranslationRequest>? change = null, QueryOptions? options = null)
    {
        var request = new TranslationRequest { Workspace = Root, Targets = [], OutputBase = Folder + "/output" };
        return BazelQuery.Run(change?.Invoke(request) ?? request, query, output, options, new Listener(Warnings), CancellationToken.None);
    }

    /// <summary>What one of the explanations says about a label; it must have something to say.</summary>
    public string Explain(
        Func<TranslationRequest, string, ITranslationListener, CancellationToken, BazelQueryResult> explanation, string label,
        Func<TranslationRequest, TranslationRequest>? change = null)
    {
        var request = new TranslationRequest { Workspace = Root, Targets = [], DistinctExecConfiguration = true, OutputBase = Folder + "/output" };
        BazelQueryResult result = explanation(change?.Invoke(request) ?? request, label, new Listener(Warnings), CancellationToken.None);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return result.Text;
    }

    /// <summary>The graph of one target, which must be without errors.</summary>
    public ActionGraph Graph(string target, Func<TranslationRequest, TranslationRequest>? change = null)
    {
        TranslationResult result = Translate([target], change);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return result.Graph!;
    }

    /// <summary>The command of the only action of a kind that makes a file of this name.</summary>
    public static string[] Command(ActionGraph graph, string mnemonic, string fileName) =>
        Assert.IsType<SpawnAction>(Assert.Single(graph.Actions, a => a.Mnemonic == mnemonic && a.PrimaryOutput.ExecPath.EndsWith("/" + fileName, StringComparison.Ordinal)))
            .CommandLine.ToArray();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Listener(List<BazelDiagnostic> warnings) : ITranslationListener
    {
        public void OnDiagnostic(BazelDiagnostic diagnostic)
        {
            lock (warnings)
                warnings.Add(diagnostic);
        }

        public void OnPrint(string location, string text)
        {
        }
    }
}
