namespace TfNative.Execution.Tests.Reporting;

/// <summary>A test that looks at a page in a real browser; build/test.sh installs it. Where there is none, the test is
/// reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Program is null)
            Skip = "chromium is not installed: apt-get install chromium";
    }
}
