using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The provider of every target: its files, and how to run it (https://bazel.build/rules/lib/providers/DefaultInfo).</summary>
public sealed class DefaultInfo : StarlarkObject, IProviderInstance
{
    public DefaultInfo(NestedSet<Artifact> files, Artifact? executable, Runfiles runfiles, FileValues values)
    {
        Files = files;
        Executable = executable;
        Runfiles = runfiles;
        Values = values;
    }

    public NestedSet<Artifact> Files { get; }

    public Artifact? Executable { get; }

    public Runfiles Runfiles { get; }

    private FileValues Values { get; }

    public ProviderType Provider => BuiltinProviders.Default;

    public override string TypeName => "DefaultInfo";

    /// <summary>What a call of DefaultInfo in Starlark gives; the rule that returns it fills the rest.</summary>
    internal static Value FromCall(CallContextArguments call) => new DefaultInfoRequest(
        call.Get("files").As<Depset>(),
        call.Get("executable").As<FileValue>(),
        (call.Get("runfiles").As<Runfiles>() ?? Runfiles.Empty).Merge(
            new[] { call.Get("default_runfiles"), call.Get("data_runfiles") }.Select(r => r.As<Runfiles>()).OfType<Runfiles>()));

    public override bool TryGetAttribute(string name, out Value value)
    {
        switch (name)
        {
            case "files":
                value = Values.ToDepset(Files);
                return true;
            case "files_to_run":
                value = new FilesToRun(Executable, Runfiles, Values);
                return true;
            case "default_runfiles":
            case "data_runfiles":
                value = Runfiles;
                return true;
            default:
                value = default;
                return false;
        }
    }

    public override IEnumerable<string> AttributeNames => ["files", "files_to_run", "default_runfiles", "data_runfiles"];
}

/// <summary>DefaultInfo(...) as a Starlark rule returns it, before the rule's defaults are filled in.</summary>
internal sealed class DefaultInfoRequest(Depset? files, FileValue? executable, Runfiles runfiles) : StarlarkObject, IProviderInstance
{
    public Depset? Files { get; } = files;

    public FileValue? Executable { get; } = executable;

    public Runfiles Runfiles { get; } = runfiles;

    public ProviderType Provider => BuiltinProviders.Default;

    public override string TypeName => "DefaultInfo";
}
