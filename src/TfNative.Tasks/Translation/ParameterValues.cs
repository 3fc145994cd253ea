using System.Collections;
using Microsoft.Build.Framework;
using TfNative.Execution;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks.Translation;

/// <summary>
/// A task's parameters as named texts: when one of them changes, the action graph is made anew, and the log says which.
/// They are taken as MSBuild gives them, with all metadata: a build with nothing to do is over before it would be known
/// what they mean, as that needs the translator's assembly.
/// </summary>
internal static class ParameterValues
{
    /// <summary>Names the folder of our own assemblies.</summary>
    public const string Sdk = "TfNative.Sdk";

    public static IReadOnlyDictionary<string, string> Of(BazelWorkspaceTask task)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Sdk] = Path.GetDirectoryName(typeof(ParameterValues).Assembly.Location)!,
            ["project directory"] = task.ProjectDirectory,
            ["BazelWorkspace"] = task.Workspace,
            ["BazelOutputBase"] = task.OutputBase,
            ["BazelIgnoredFolder"] = Text(task.IgnoredFolders),
            ["BazelTarget"] = Text(task.Targets),
            ["BazelHeaders"] = Text(task.Headers),
            ["BazelRepositoryEnvironment"] = Text(task.RepositoryEnvironment),
            ["BazelRepositoryProgram"] = Text(task.RepositoryPrograms),
            ["BazelRepositoryDownload"] = Text(task.RepositoryDownloads),
            ["BazelBind"] = Text(task.Binds),
            ["BazelRcFile"] = Text(task.BazelRcFiles),
            ["BazelConfig"] = Text(task.Configs),
            ["BazelActionEnvironment"] = Text(task.ActionEnvironment),
            ["BazelDefine"] = Text(task.Defines),
            ["BazelFlag"] = Text(task.Flags),
            ["BazelCopt"] = Text(task.Copts),
            ["BazelConlyopt"] = Text(task.ConlyOpts),
            ["BazelCxxopt"] = Text(task.CxxOpts),
            ["BazelLinkopt"] = Text(task.LinkOpts),
            ["BazelHostCopt"] = Text(task.HostCopts),
            ["BazelHostCxxopt"] = Text(task.HostCxxOpts),
            ["BazelPerFileCopt"] = Text(task.PerFileCopts),
            ["BazelCompilationMode"] = task.CompilationMode,
            ["BazelCpu"] = task.Cpu,
            ["NativeIsa"] = $"{task.Isa}\n{Text(task.IsaVariantLinkOpts)}",
            ["BazelDistinctExecConfiguration"] = task.DistinctExecConfiguration ? "true" : "false",
            ["BazelVisibility"] = task.Visibility,
            ["NativeToolchain"] = Toolchain(task),
        };
        AddEach(values, "BazelOverride ", task.Overrides);
        AddEach(values, "BazelRepository ", task.Repositories);
        return values;
    }

    /// <summary>The programs that the parameters lead to: what a graph depends on is not where they were looked for.</summary>
    private static string Toolchain(BazelWorkspaceTask task)
    {
        string text = task.Toolchain;
        foreach (string program in (string[])[task.CCompiler.Length > 0 ? task.CCompiler : task.Toolchain, "ar", "strip"])
            text += "\n" + (SearchPath.Find(program, task.SearchPath) ?? $"{program} is not in {task.SearchPath}");
        return task.Isa == "native" ? $"{text}\n{ThisProcessor.Describe()}" : text;
    }

    /// <summary>A value of its own for each item: there are many, and the log is to say which.</summary>
    private static void AddEach(Dictionary<string, string> values, string type, ITaskItem[] items)
    {
        foreach (ITaskItem item in items)
        {
            string name = type + item.ItemSpec;
            values[name] = values.TryGetValue(name, out string? before) ? $"{before}\n{Text(item)}" : Text(item);
        }
    }

    private static string Text(ITaskItem[] items)
    {
        var texts = new string[items.Length];
        for (int i = 0; i < items.Length; i++)
            texts[i] = Text(items[i]);
        return string.Join('\n', texts);
    }

    /// <summary>In the order of names, as MSBuild gives metadata in any order. Without LINQ, whose sorting is compiled at run time.</summary>
    private static string Text(ITaskItem item)
    {
        IDictionary metadata = item.CloneCustomMetadata();
        if (metadata.Count == 0)
            return item.ItemSpec;
        var lines = new List<string>(metadata.Count);
        foreach (object name in metadata.Keys)
            lines.Add($"{name}={metadata[name]}");
        lines.Sort(StringComparer.Ordinal);
        return $"{item.ItemSpec} {string.Join(' ', lines)}";
    }
}
