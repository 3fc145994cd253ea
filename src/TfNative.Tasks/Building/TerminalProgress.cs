using System.Collections;
using System.Security;
using Microsoft.Build.Framework;

namespace TfNative.Tasks.Building;

/// <summary>
/// Shows how far a long build is in MSBuild's terminal logger, which has no message for that: all that it shows of a running
/// project is the name of its target. So the line is made the name of a target, in a project of one target that
/// lasts until there is a new line to show. It costs milliseconds a second.
/// </summary>
/// <remarks>MSBuild: src/Build/Logging/TerminalLogger/TerminalLogger.cs, TargetStarted.</remarks>
/// <param name="engine">Of the task that builds; used on its own thread alone.</param>
/// <param name="post">Runs something on that thread, after what was posted before.</param>
/// <param name="folder">Absolute path of a folder for the projects.</param>
/// <param name="name">The project that builds, as the terminal logger names it.</param>
internal sealed class TerminalProgress(IBuildEngine4 engine, Action<Action> post, string folder, string name)
{
    /// <summary>How long a line stays, and messages wait.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private string? _line;
    private ShownLine? _shown;
    private bool _ended;
    private int _count;

    /// <summary>What is to be shown from now on. From any thread.</summary>
    public void Show(string line)
    {
        lock (_lock)
        {
            if (_line is null && !_ended)
                post(ShowNow);
            _line = line;
        }
    }

    /// <summary>Something else is to be heard first: the line comes back after it. From any thread.</summary>
    public void Dismiss()
    {
        lock (_lock)
            _shown?.Dismiss();
    }

    /// <summary>Nothing more is shown or posted. From any thread.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _shown?.Dismiss();
        }
    }

    /// <summary>A name that MSBuild takes for a target: some characters mean something to it.</summary>
    internal static string TargetName(string line) =>
        string.Concat(line.Select(c => c == '.' ? '\u2024' : "$@()%*?;".Contains(c) || char.IsControl(c) ? ' ' : c));

    private void ShowNow()
    {
        var shown = new ShownLine();
        string target;
        lock (_lock)
        {
            if (_ended)
                return;
            (_shown, target) = (shown, TargetName(_line!));
        }

        // A project of the same path would be the one that MSBuild knows already.
        string own = Path.Combine(folder, $"{++_count}"), project = Path.Combine(own, name + ".proj");
        Directory.CreateDirectory(own);
        File.WriteAllText(project, Project(target));
        engine.RegisterTaskObject(project, shown, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        engine.BuildProjectFile(project, [target], new Hashtable(), new Hashtable());
        engine.UnregisterTaskObject(project, RegisteredTaskObjectLifetime.Build);
        Directory.Delete(folder, recursive: true);
        lock (_lock)
        {
            // Not shown: the project was built on another node, where nobody knows of the line.
            if (shown.WasShown && !_ended)
                post(ShowNow);
        }
    }

    private static string Project(string target) => $"""
        <Project>
          <UsingTask TaskName="{typeof(ShowProgress).FullName}" AssemblyFile="{SecurityElement.Escape(typeof(ShowProgress).Assembly.Location)}" Runtime="NET" />
          <Target Name="{SecurityElement.Escape(target)}">
            <{nameof(ShowProgress)} Key="$(MSBuildProjectFullPath)" />
          </Target>
        </Project>
        """;
}
