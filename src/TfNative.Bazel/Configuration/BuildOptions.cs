namespace TfNative.Bazel;

/// <summary>The options of a configuration that rules and compile commands look at.</summary>
public sealed record BuildOptions
{
    public bool IsExec { get; init; }

    public CompilationMode Mode { get; init; }

    /// <summary>Bazel's name of the processor: "k8", "aarch64".</summary>
    public string Cpu { get; init; } = "k8";

    public string HostCpu { get; init; } = "k8";

    /// <summary>"gcc" or "clang".</summary>
    public string Compiler { get; init; } = "gcc";

    /// <summary>--define, the last of a name wins.</summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of build settings by label; text, converted by the setting's type when it is read.</summary>
    public IReadOnlyDictionary<Label, IReadOnlyList<string>> Flags { get; init; } = new Dictionary<Label, IReadOnlyList<string>>();

    /// <summary>Native options that the project set, by name without dashes, for config_setting's values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NativeFlags { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>--features: "name" switches on, "-name" off.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    public IReadOnlyList<string> Copts { get; init; } = [];

    /// <summary>The instruction set that the same targets are built for once more; empty for those in the normal place.</summary>
    public string IsaVariant { get; init; } = "";

    public IReadOnlyList<string> ConlyOpts { get; init; } = [];

    public IReadOnlyList<string> CxxOpts { get; init; } = [];

    public IReadOnlyList<string> LinkOpts { get; init; } = [];

    public IReadOnlyList<PerFileCopt> PerFileCopts { get; init; } = [];

    /// <summary>--action_env.</summary>
    public IReadOnlyDictionary<string, string> ActionEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels of the constraint values of the platform that is built for.</summary>
    public IReadOnlyList<Label> PlatformConstraints { get; init; } = [];

    /// <summary>All objects position independent, so that one serves libraries and programs.</summary>
    public bool ForcePic { get; init; }

    /// <summary>Bazel's legacy -whole-archive around what linkshared links statically.</summary>
    public bool LegacyWholeArchive { get; init; }

    /// <summary>What tells apart configurations that transitions made; empty for those of the command line.</summary>
    public string TransitionHash { get; init; } = "";

    /// <summary>The folder under bazel-out: CPU and mode, "-exec" for tools that are compiled otherwise, a variant's instruction set.</summary>
    public string OutputDirectoryName
    {
        get
        {
            string mode = Mode switch
            {
                CompilationMode.Opt => "opt",
                CompilationMode.Dbg => "dbg",
                _ => "fastbuild",
            };
            return $"{Cpu}-{mode}{(IsExec ? "-exec" : "")}{(IsaVariant.Length > 0 ? "-" + IsaVariant : "")}{(TransitionHash.Length > 0 ? "-ST-" + TransitionHash : "")}";
        }
    }
}
