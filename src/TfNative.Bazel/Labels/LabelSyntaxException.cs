namespace TfNative.Bazel;

/// <summary>A string is not a label. The message is Bazel's own, without a place: whoever read the string knows it.</summary>
public sealed class LabelSyntaxException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.LabelSyntax;
}
