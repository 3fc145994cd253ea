using Microsoft.Build.Logging.StructuredLogger;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>What one `dotnet build` did, read from its binary log.</summary>
internal sealed partial class BuildResult
{
    private readonly Build _build;

    public BuildResult(int exitCode, string output, string binaryLog)
    {
        ExitCode = exitCode;
        Output = output;
        _build = Serialization.Read(binaryLog);
        _build.VisitAllChildren<Error>(Errors.Add);
        _build.VisitAllChildren<Warning>(Warnings.Add);
        _build.VisitAllChildren<Message>(message => Messages.Add(message.Text));
    }

    public int ExitCode { get; }

    /// <summary>What the console showed.</summary>
    public string Output { get; }

    public List<Error> Errors { get; } = [];

    public List<Warning> Warnings { get; } = [];

    public List<string> Messages { get; } = [];

    /// <summary>Names of the targets that ran, of all projects.</summary>
    public IReadOnlySet<string> Targets
    {
        get
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            _build.VisitAllChildren<Target>(target =>
            {
                if (!target.Skipped)
                    names.Add(target.Name);
            });
            return names;
        }
    }

    /// <summary>How often each task ran.</summary>
    public int CountTasks(string name)
    {
        int count = 0;
        _build.VisitAllChildren<Microsoft.Build.Logging.StructuredLogger.Task>(task => count += task.Name == name ? 1 : 0);
        return count;
    }

    /// <summary>Where a task that ran came from.</summary>
    public string TaskAssembly(string name)
    {
        string? assembly = null;
        _build.VisitAllChildren<Microsoft.Build.Logging.StructuredLogger.Task>(task => assembly = task.Name == name ? task.FromAssembly : assembly);
        return assembly ?? "";
    }

    /// <summary>The numbers of the closing line of BuildNativeActions, added up over the projects.</summary>
    public (int Ran, int UpToDate) NativeActions
    {
        get
        {
            var counts = Messages.Select(text => SummaryLine().Match(text)).Where(match => match.Success).ToList();
            return (counts.Sum(m => int.Parse(m.Groups[1].Value)), counts.Sum(m => int.Parse(m.Groups[2].Value)));
        }
    }

    /// <summary>Whether any BUILD file was evaluated.</summary>
    public bool ReadBuildFiles => Messages.Exists(text => text.StartsWith("Reading BUILD files", StringComparison.Ordinal));

    public void AssertSucceeded() => Assert.True(ExitCode == 0, Output);

    /// <summary>The build failed with this error and no other, but the one that says that an action failed.</summary>
    public Error AssertFailed(string code)
    {
        Assert.True(ExitCode != 0, Output);
        Error error = Assert.Single(Errors, error => error.Code == code || error.Code != "TFN3016");
        Assert.True(error.Code == code, Output);
        return error;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^Native actions: (\d+) run, (\d+) up to date")]
    private static partial System.Text.RegularExpressions.Regex SummaryLine();
}
