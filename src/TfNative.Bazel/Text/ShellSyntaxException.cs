namespace TfNative.Bazel;

/// <summary>A string is not a list of shell words.</summary>
public sealed class ShellSyntaxException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.ShellSyntax;
}
