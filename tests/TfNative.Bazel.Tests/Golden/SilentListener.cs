namespace TfNative.Bazel.Tests.Golden;

/// <summary>Hears nothing.</summary>
internal sealed class SilentListener : ITranslationListener
{
    public void OnDiagnostic(BazelDiagnostic diagnostic)
    {
    }

    public void OnPrint(string location, string text)
    {
    }
}
