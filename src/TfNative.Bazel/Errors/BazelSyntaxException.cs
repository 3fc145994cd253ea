namespace TfNative.Bazel;

/// <summary>
/// A string is not what one of the small languages allows: a label, a target pattern, a Make variable, a query, a patch.
/// </summary>
/// <param name="code">The code of the error, TFN2xxx.</param>
/// <param name="message">
/// What is wrong with the string. Where the string itself stands is known to whoever read it, and is for them to add.
/// </param>
public abstract class BazelSyntaxException(string code, string message) : Exception(message)
{
    /// <summary>The code of the error, TFN2xxx.</summary>
    public string Code { get; } = code;
}
