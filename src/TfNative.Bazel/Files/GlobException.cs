namespace TfNative.Bazel;

/// <summary>A <c>glob()</c> whose pattern is malformed, or which matched nothing and may not.</summary>
public sealed class GlobException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.EmptyGlob;
}
