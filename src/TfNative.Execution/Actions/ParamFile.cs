namespace TfNative.Execution;

/// <summary>
/// A response file: the arguments <paramref name="First"/> to <paramref name="First"/> + <paramref name="Count"/> - 1
/// of the command line are written to <paramref name="ExecPath"/> before the program starts, and one argument stands
/// for them. It is kept after the action, so that a failing command can be run by hand.
/// </summary>
/// <param name="ExecPath">Where it is written, usually the primary output's path with "-0.params".</param>
/// <param name="First">Index of the first argument that goes into it; the program is argument 0.</param>
/// <param name="Count">How many arguments go into it.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Flag">The argument that stands for them, "{0}" for the path (Bazel's "@%s" is "@{0}").</param>
public sealed record ParamFile(
    string ExecPath, int First, int Count, ParamFileFormat Format = ParamFileFormat.ShellQuoted, string Flag = "@{0}");
