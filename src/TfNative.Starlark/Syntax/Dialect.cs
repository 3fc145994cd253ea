namespace TfNative.Starlark;

/// <summary>
/// What a kind of file may contain. The defaults are those of .bzl files. Bazel's counterparts are FileOptions and
/// the checks of its BUILD files (net.starlark.java.syntax.FileOptions, PackageFactory.checkBuildSyntax).
/// </summary>
public sealed record Dialect
{
    /// <summary>BUILD files: data, no definitions; globals may be bound again.</summary>
    public static Dialect Build { get; } = new()
    {
        Name = "BUILD files",
        AllowDef = false,
        AllowLambda = false,
        AllowIfStatement = false,
        AllowForStatement = false,
        AllowStarArguments = false,
        AllowGlobalReassign = true,
        AllowTopLevelIf = false,
    };

    /// <summary>.bzl files.</summary>
    public static Dialect Bzl { get; } = new();

    /// <summary>Test scripts: top-level control flow and rebinding of globals as well.</summary>
    public static Dialect Test { get; } = new()
    {
        Name = "test files",
        AllowTopLevelFor = true,
        AllowTopLevelIf = true,
        AllowGlobalReassign = true,
    };

    /// <summary>How messages name this kind of file.</summary>
    public string Name { get; init; } = ".bzl files";

    public bool AllowDef { get; init; } = true;

    public bool AllowLambda { get; init; } = true;

    /// <summary>Whether <c>if</c> statements may appear at all.</summary>
    public bool AllowIfStatement { get; init; } = true;

    /// <summary>Whether <c>for</c> statements may appear at all.</summary>
    public bool AllowForStatement { get; init; } = true;

    public bool AllowTopLevelIf { get; init; }

    public bool AllowTopLevelFor { get; init; }

    /// <summary>Whether calls may have <c>*args</c> and <c>**kwargs</c> arguments.</summary>
    public bool AllowStarArguments { get; init; } = true;

    /// <summary>Whether a global may be bound more than once.</summary>
    public bool AllowGlobalReassign { get; init; }

    /// <summary>Whether a function may be active twice. A program without recursion always ends.</summary>
    public bool AllowRecursion { get; init; }

    /// <summary>Whether <c>load</c> may bring in names that begin with an underscore.</summary>
    public bool AllowPrivateLoads { get; init; }

    /// <summary>Deepest nesting of brackets, blocks and operators that the parser accepts.</summary>
    public int MaxNesting { get; init; } = 1000;
}
