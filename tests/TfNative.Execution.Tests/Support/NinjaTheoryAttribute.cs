namespace TfNative.Execution.Tests.Support;

/// <summary>As <see cref="NinjaFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NinjaTheoryAttribute : TheoryAttribute
{
    public NinjaTheoryAttribute() => Skip = new NinjaFactAttribute().Skip;
}
