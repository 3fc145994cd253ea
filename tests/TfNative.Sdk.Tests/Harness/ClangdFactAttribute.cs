namespace TfNative.Sdk.Tests.Harness;

/// <summary>A test that needs clangd; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClangdFactAttribute : FactAttribute
{
    public ClangdFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "clangd"))))
            Skip = "clangd is not installed";
    }
}
