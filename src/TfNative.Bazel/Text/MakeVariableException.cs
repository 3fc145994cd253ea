namespace TfNative.Bazel;

/// <summary>A Make variable is not defined or not written as one.</summary>
public sealed class MakeVariableException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.MakeVariable;
}
