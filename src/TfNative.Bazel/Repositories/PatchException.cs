namespace TfNative.Bazel;

/// <summary>A patch is malformed or does not fit the files that it is for.</summary>
/// <param name="patch">The patch's own name.</param>
/// <param name="line">The line of the patch, from 1.</param>
/// <param name="message">What is wrong, and with which file.</param>
public sealed class PatchException(string patch, int line, string message)
    : BazelSyntaxException(ErrorCode, $"{patch}:{line}: {message}")
{
    public const string ErrorCode = BazelErrorCode.Patch;

    public string Patch { get; } = patch;

    public int Line { get; } = line;
}
