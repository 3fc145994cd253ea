namespace TfNative.Bazel;

/// <summary>A <c>$(location ...)</c> that names nothing, too much, or no label.</summary>
public sealed class LocationException(string message) : BazelSyntaxException(ErrorCode, message)
{
    public const string ErrorCode = BazelErrorCode.Location;
}
