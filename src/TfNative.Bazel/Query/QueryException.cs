namespace TfNative.Bazel;

/// <summary>A well-formed query that has no answer: a bad pattern, a universe that is not given.</summary>
public sealed class QueryException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.Query;
}
