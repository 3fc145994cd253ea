namespace TfNative.Execution.Tests.Support;

/// <summary>A test that runs ninja; build/test.sh installs it. Where there is none, the test is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NinjaFactAttribute : FactAttribute
{
    public NinjaFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "ninja"))))
            Skip = "ninja is not installed: apt-get install ninja-build";
    }
}
