namespace TfNative.Bazel;

/// <summary>A string is not a target pattern.</summary>
public sealed class TargetPatternException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.TargetPatternSyntax;
}
