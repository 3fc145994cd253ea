using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Something wrong in the workspace or in the request; a person can mend it.</summary>
public class BazelException : Exception
{
    /// <param name="code">One of <see cref="BazelErrorCode"/>.</param>
    /// <param name="message">What is wrong and what to do, without code and place.</param>
    /// <param name="location">Where in a BUILD or .bzl file, if it is known.</param>
    /// <param name="label">The target that it concerns, if it is known.</param>
    public BazelException(string code, string message, Location? location = null, Label? label = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Location = location;
        Label = label;
    }

    public string Code { get; }

    public Location? Location { get; }

    public Label? Label { get; }

    /// <summary>The same error with who needs what is missing, the nearest first.</summary>
    public BazelException NeededBy(params IEnumerable<Label> users)
    {
        const int Most = 20;
        Label[] chain = [.. users];
        string text = string.Concat(chain.Take(Most).Select(user => $"\n  needed by {user}")) + (chain.Length > Most ? "\n  ..." : "");
        return new(Code, Message + text, Location, Label, this);
    }

    /// <summary>The same error with a place and a target, where it has none of its own.</summary>
    public BazelException At(Location? location, Label? label) =>
        Location is not null && Label is not null ? this : new(Code, Message, Location ?? location, Label ?? label, this);
}
