using System.Text;
using Microsoft.Build.Framework;
using TfNative.Bazel;
using TfNative.Tasks.Parameters;
using TfNative.Tasks.Queries;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Answers questions about a Bazel workspace: a query in Bazel's language, why a target is needed, how its selects
/// choose. Nothing is built.</summary>
[MSBuildMultiThreadableTask]
public sealed class QueryBazelWorkspace : BazelWorkspaceTask
{
    /// <summary>In Bazel's query language; several parameters may be asked with, each is answered.</summary>
    public string Query { get; set; } = "";

    /// <summary>A label: why do the targets need it?</summary>
    public string Why { get; set; } = "";

    /// <summary>A label: which branches do its selects take, and why?</summary>
    public string Selects { get; set; } = "";

    /// <summary>label, label_kind, build, package, location or graph.</summary>
    public string OutputFormat { get; set; } = "label";

    /// <summary>Absolute path of a file that gets the answer instead of the terminal.</summary>
    public string AnswerFile { get; set; } = "";

    /// <summary>Also what BUILD files do not name: <c>--implicit_deps</c>.</summary>
    public bool ImplicitDeps { get; set; } = true;

    /// <summary>Also tools that run during the build: <c>--tool_deps</c>.</summary>
    public bool ToolDeps { get; set; } = true;

    /// <summary>Also labels that are only mentioned: <c>--nodep_deps</c>.</summary>
    public bool NodepDeps { get; set; } = true;

    /// <summary>Target patterns that allrdeps() and rbuildfiles() search, separated by commas or spaces.</summary>
    public string UniverseScope { get; set; } = "";

    /// <summary>The answer without its last line break.</summary>
    [Output]
    public string Answer { get; set; } = "";

    protected override bool Work(CancellationToken cancellationToken)
    {
        TranslationRequest request = ReadRequest();
        var logger = new TranslationLogger(Post);
        var answers = new StringBuilder();
        if (Query.Length == 0 && Why.Length == 0 && Selects.Length == 0)
            throw TaskErrors.NothingAsked();
        if (Query.Length > 0 && !Give(BazelQuery.Run(request, Query, Format(), Options(), logger, cancellationToken)))
            return false;
        if (Why.Length > 0 && !Give(BazelExplanation.WhyNeeded(request, Why, logger, cancellationToken)))
            return false;
        if (Selects.Length > 0 && !Give(BazelExplanation.Selects(request, Selects, logger, cancellationToken)))
            return false;
        Answer = answers.ToString().TrimEnd('\n');
        LongAnswer.Give(answers.ToString(), AnswerFile, text => PostMessage(MessageImportance.High, text));
        return true;

        bool Give(BazelQueryResult result)
        {
            foreach (BazelDiagnostic diagnostic in result.Diagnostics)
                logger.OnDiagnostic(diagnostic);
            answers.Append(result.Text);
            return result.Success;
        }
    }

    private QueryOutput Format() => QueryWriter.Find(OutputFormat)
        ?? throw TaskErrors.UnknownValue("QueryOutput", OutputFormat, "label, label_kind, build, package, location or graph");

    private QueryOptions Options() => new()
    {
        ImplicitDeps = ImplicitDeps,
        ToolDeps = ToolDeps,
        NodepDeps = NodepDeps,
        UniverseScope = UniverseScope.Split([',', ' ', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries),
    };
}
