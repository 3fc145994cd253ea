namespace TfNative.Bazel;

/// <summary>The options under which targets are built. Two exist for a build: the target's and that of its tools; and one more for
/// each further instruction set.</summary>
public sealed class BuildConfiguration
{
    private readonly Lazy<BuildConfiguration> exec;

    public BuildConfiguration(BuildOptions options, Func<BuildConfiguration, BuildConfiguration>? createExec = null)
    {
        Options = options;
        exec = new(() => createExec?.Invoke(this) ?? this);
        BinDirectory = $"bazel-out/{options.OutputDirectoryName}/bin";
    }

    public BuildOptions Options { get; }

    /// <summary>Where outputs go, from the execution root: "bazel-out/k8-opt/bin".</summary>
    public string BinDirectory { get; }

    /// <summary>Of a variant for another instruction set: the configuration in the normal place; null for that itself.</summary>
    public BuildConfiguration? Normal { get; init; }

    /// <summary>The configuration of the tools that this one's actions run.</summary>
    public BuildConfiguration Exec => Options.IsExec ? this : exec.Value;

    /// <summary>What bazel aquery calls it: "k8-opt".</summary>
    public string Mnemonic => Options.OutputDirectoryName;

    public override string ToString() => Mnemonic;
}
