using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>How to run a target's program (https://bazel.build/rules/lib/providers/FilesToRunProvider): an action that is given it
/// has the program's runfiles too.</summary>
internal sealed class FilesToRun(Artifact? executable, Runfiles runfiles, FileValues values) : StarlarkObject
{
    public Artifact? Executable { get; } = executable;

    public Runfiles Runfiles { get; } = runfiles;

    public override string TypeName => "FilesToRunProvider";

    public override IEnumerable<string> AttributeNames => ["executable", "runfiles_manifest", "repo_mapping_manifest"];

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = name == "executable" && Executable is { } program ? values.Get(program) : Value.None;
        return name is "executable" or "runfiles_manifest" or "repo_mapping_manifest";
    }
}
