using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A .bzl file that has been evaluated.</summary>
/// <param name="Label">The file.</param>
/// <param name="Module">Its globals.</param>
/// <param name="Visibility">Who may load it.</param>
/// <param name="Loads">All files that it loads, directly and through others.</param>
internal sealed record LoadedFile(Label Label, Module Module, LoadVisibility Visibility, IReadOnlySet<Label> Loads);
