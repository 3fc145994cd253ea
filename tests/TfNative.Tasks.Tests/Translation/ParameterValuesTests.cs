using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks.Tests.Translation;

public class ParameterValuesTests
{
    public static TheoryData<string, Action<TranslateBazelTargets>> Changes => new()
    {
        { "project directory", task => task.ProjectDirectory = "/q" },
        { "BazelWorkspace", task => task.Workspace = "/v" },
        { "BazelOutputBase", task => task.OutputBase = "/p" },
        { "BazelIgnoredFolder", task => task.IgnoredFolders = [Item("x")] },
        { "BazelTarget", task => task.Targets = [Item("//:a"), Item("//:b")] },
        { "BazelHeaders", task => task.Headers = [Item("//:a", ("Private", "true"))] },
        { "BazelRepository eigen", task => task.Repositories = [Item("eigen", ("Path", "/e"), ("LinkFiles", "BUILD=/c"))] },
        { "BazelRepository other", task => task.Repositories = [.. task.Repositories, Item("other", ("Path", "/o"))] },
        { "BazelOverride //:a", task => task.Overrides = [Item("//:a", ("AddDeps", "//:b")), Item("//:a", ("AddDeps", "//:d"))] },
        { "BazelRepositoryEnvironment", task => task.RepositoryEnvironment = [Item("a", ("Value", "1"))] },
        { "BazelRepositoryProgram", task => task.RepositoryPrograms = [Item("python3")] },
        { "BazelRepositoryDownload", task => task.RepositoryDownloads = [Item("https://a", ("Path", "/a"))] },
        { "BazelBind", task => task.Binds = [Item("a=//:a")] },
        { "BazelRcFile", task => task.BazelRcFiles = [Item(".bazelrc")] },
        { "BazelConfig", task => task.Configs = [Item("opt")] },
        { "BazelActionEnvironment", task => task.ActionEnvironment = [Item("a=1")] },
        { "BazelDefine", task => task.Defines = [Item("a=1")] },
        { "BazelFlag", task => task.Flags = [Item("--//:a=1")] },
        { "BazelCopt", task => task.Copts = [Item("-x")] },
        { "BazelConlyopt", task => task.ConlyOpts = [Item("-x")] },
        { "BazelCxxopt", task => task.CxxOpts = [Item("-x")] },
        { "BazelLinkopt", task => task.LinkOpts = [Item("-x")] },
        { "BazelHostCopt", task => task.HostCopts = [Item("-x")] },
        { "BazelHostCxxopt", task => task.HostCxxOpts = [Item("-x")] },
        { "BazelPerFileCopt", task => task.PerFileCopts = [Item("a.*@-x")] },
        { "BazelCompilationMode", task => task.CompilationMode = "dbg" },
        { "BazelCpu", task => task.Cpu = "aarch64" },
        { "NativeIsa", task => task.Isa = "x86-64-v2;x86-64-v3" },
        { "NativeIsa", task => task.IsaVariantLinkOpts = [Item("-x")] },
        { "NativeToolchain", task => task.Toolchain = "clang" },
        { "NativeToolchain", task => task.CCompiler = "gcc-12" },
        { "BazelDistinctExecConfiguration", task => task.DistinctExecConfiguration = true },
        { "BazelVisibility", task => task.Visibility = "warning" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_shows_in_the_value_of_its_parameter_alone(string name, Action<TranslateBazelTargets> change)
    {
        TranslateBazelTargets changed = Task();
        change(changed);
        IReadOnlyDictionary<string, string> before = ParameterValues.Of(Task()), after = ParameterValues.Of(changed);
        Assert.Equal([name], after.Keys.Where(key => !before.TryGetValue(key, out string? value) || value != after[key]));
    }

    /// <summary>What a parameter that nobody thought of here would break: a graph that is not made again.</summary>
    [Fact]
    public void Every_parameter_of_a_workspace_has_a_change_that_shows()
    {
        var untold = typeof(BazelWorkspaceTask).GetProperties().Where(property => property.DeclaringType == typeof(BazelWorkspaceTask)).ToHashSet();
        foreach (object[] row in Changes)
        {
            TranslateBazelTargets changed = Task(), before = Task();
            ((Action<TranslateBazelTargets>)row[1])(changed);
            untold.RemoveWhere(property => Said(property.GetValue(before)) != Said(property.GetValue(changed)));
        }

        // Only what is found with it counts.
        Assert.Equal([nameof(BazelWorkspaceTask.SearchPath)], untold.Select(property => property.Name));
    }

    [Fact]
    public void The_order_of_metadata_is_no_difference()
    {
        TranslateBazelTargets one = Task(), two = Task();
        one.Repositories = [Item("a", ("Path", "/a"), ("BuildFile", "b"))];
        two.Repositories = [Item("a", ("BuildFile", "b"), ("Path", "/a"))];
        Assert.Equal(ParameterValues.Of(one), ParameterValues.Of(two));
    }

    [Fact]
    public void Where_programs_are_looked_for_is_no_difference_as_long_as_the_same_are_found()
    {
        TranslateBazelTargets other = Task(), without = Task();
        other.SearchPath = "/nowhere:" + other.SearchPath;
        without.SearchPath = "/nowhere";
        Assert.Equal(ParameterValues.Of(Task()), ParameterValues.Of(other));
        Assert.NotEqual(ParameterValues.Of(Task()), ParameterValues.Of(without));
    }

    [Fact]
    public void Native_code_depends_on_the_processor()
    {
        TranslateBazelTargets native = Task(), lowest = Task();
        (native.Isa, lowest.Isa) = ("native", "x86-64");
        Assert.NotEqual(ParameterValues.Of(lowest)["NativeToolchain"], ParameterValues.Of(native)["NativeToolchain"]);
    }

    private static TranslateBazelTargets Task() => new()
    {
        ProjectDirectory = "/w",
        Workspace = "/w",
        OutputBase = "/o",
        Targets = [Item("//:a")],
        Headers = [Item("//:a")],
        Repositories = [Item("eigen", ("Path", "/e"), ("LinkFiles", "BUILD=/b"))],
        Overrides = [Item("//:a", ("AddDeps", "//:b")), Item("//:a", ("AddDeps", "//:c"))],
        CompilationMode = "opt",
        Cpu = "k8",
        Toolchain = "gcc",
        SearchPath = "/usr/bin:/bin",
    };

    private static TaskItem Item(string identity, params (string Name, string Value)[] metadata) =>
        new(identity, metadata.ToDictionary(pair => pair.Name, pair => pair.Value));

    private static string? Said(object? value) => value is ITaskItem[] items
        ? string.Join('\n', items.Select(item => $"{item.ItemSpec} {string.Join(' ', item.CloneCustomMetadata().Values.Cast<string>())}"))
        : value?.ToString();
}
