namespace TfNative.Bazel;

/// <summary>A value that takes the name of the global that it is first assigned to: providers, rules, aspects.</summary>
internal interface IExportedValue
{
    /// <param name="file">The .bzl file.</param>
    /// <param name="name">The global's name.</param>
    void Export(Label file, string name);
}
