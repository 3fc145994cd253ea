using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>The action graph of a project's targets, or why there is none.</summary>
public sealed record TranslationResult
{
    public required bool Success { get; init; }

    public ActionGraph? Graph { get; init; }

    /// <summary>Files of the wanted targets, in the order asked for.</summary>
    public IReadOnlyList<NativeOutput> Outputs { get; init; } = [];

    public IReadOnlyList<BazelDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the graph depends on.</summary>
    public TranslationInputs Inputs { get; init; } = new([], [], []);

    /// <summary>What the graph's actions need of .bzl files when they run; null for nothing.</summary>
    public ArgumentFunctions? ArgumentFunctions { get; init; }

    /// <summary>What licenses() and package(licenses=...) say, by package ("//a", "@repo//b") as labels name it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Licenses { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Absolute folder in which the actions run.</summary>
    public string ExecutionRoot { get; init; } = "";
}

/// <summary>What a translation read: while all of it is as it was, the graph is too.</summary>
/// <param name="Files">BUILD and .bzl files and others that were read; absolute.</param>
/// <param name="Folders">Folders whose listings were looked at; absolute.</param>
/// <param name="Packages">The packages, for people.</param>
public sealed record TranslationInputs(IReadOnlyList<string> Files, IReadOnlyList<string> Folders, IReadOnlyList<string> Packages);
