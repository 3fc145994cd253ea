namespace TfNative.Execution;

/// <summary>What stands before and after a value in an argument: "-I" and "" for "-I%s".</summary>
/// <param name="Prefix">Before the value.</param>
/// <param name="Suffix">After the value.</param>
public readonly record struct ArgumentFormat(string Prefix, string Suffix)
{
    /// <summary>Reads Bazel's notation: one "%s" for the value, "%%" for a percent sign.</summary>
    /// <returns>Null when the value has no place, or more than one.</returns>
    public static ArgumentFormat? Parse(string format)
    {
        string[] parts = format.Replace("%%", "\0", StringComparison.Ordinal).Split("%s");
        return parts is [string prefix, string suffix] ? new(prefix.Replace('\0', '%'), suffix.Replace('\0', '%')) : null;
    }

    public string Apply(string value) => Prefix + value + Suffix;
}
