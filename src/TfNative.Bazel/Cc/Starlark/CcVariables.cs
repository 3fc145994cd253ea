using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What goes into a command of the toolchain (cc_common.create_compile_variables, create_link_variables).</summary>
internal sealed class CcVariables : StarlarkObject
{
    public override string TypeName => "Variables";

    public string? Source { get; init; }

    public string? Output { get; init; }

    public IReadOnlyList<string> UserFlags { get; init; } = [];

    public IReadOnlyList<string> Includes { get; init; } = [];

    public IReadOnlyList<string> QuoteIncludes { get; init; } = [];

    public IReadOnlyList<string> SystemIncludes { get; init; } = [];

    public IReadOnlyList<string> Defines { get; init; } = [];

    public IReadOnlyList<string> SearchFolders { get; init; } = [];

    public IReadOnlyList<string> RunPaths { get; init; } = [];

    public bool Pic { get; init; }

    public bool Shared { get; init; }
}
