namespace TfNative.Bazel;

/// <summary>Hears of a translation while it goes on. May be called from several threads.</summary>
public interface ITranslationListener
{
    /// <summary>A warning or message; errors are in the result.</summary>
    void OnDiagnostic(BazelDiagnostic diagnostic);

    /// <summary>What print() in a BUILD or .bzl file says.</summary>
    void OnPrint(string location, string text);
}
