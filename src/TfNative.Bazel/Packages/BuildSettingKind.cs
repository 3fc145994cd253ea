namespace TfNative.Bazel;

/// <summary>What a build setting holds (config.bool, config.string, ...).</summary>
/// <param name="Type">Type of build_setting_default.</param>
/// <param name="IsFlag">It may be set by the project.</param>
/// <param name="AllowMultiple">Each use on a command line adds a value.</param>
public sealed record BuildSettingKind(AttributeType Type, bool IsFlag, bool AllowMultiple = false);
