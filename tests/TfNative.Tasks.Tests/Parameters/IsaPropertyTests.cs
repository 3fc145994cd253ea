using TfNative.Tasks.Parameters;

namespace TfNative.Tasks.Tests.Parameters;

public class IsaPropertyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x86-64", "x86-64")]
    [InlineData("native", "native")]
    [InlineData(" x86-64-v4; x86-64 ;x86-64-v3;x86-64;", "x86-64", "x86-64-v3", "x86-64-v4")]
    public void Levels_are_read_once_each_the_lowest_first(string text, params string[] levels) =>
        Assert.Equal(levels, IsaProperty.Read(text, "k8"));

    [Theory]
    [InlineData("x86-64-v5", "k8", "TFN4013")]
    [InlineData("haswell", "k8", "TFN4013")]
    [InlineData("x86-64-v3", "aarch64", "TFN4023")]
    [InlineData("native", "aarch64", "TFN4023")]
    [InlineData("native;x86-64-v2", "k8", "TFN4023")]
    public void What_no_compiler_knows_or_no_loader_can_choose_is_an_error(string text, string cpu, string code)
    {
        TaskParameterException error = Assert.Throws<TaskParameterException>(() => IsaProperty.Read(text, cpu));
        Assert.Equal(code, error.Code);
        Assert.Contains("NativeIsa \"" + (code == "TFN4013" ? text : ""), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_processor_has_another_description()
    {
        string[] one = ["processor\t: 0", "model\t\t: 17", "cpu MHz\t\t: 2400.1", "flags\t\t: fpu sse2 avx2", "", "processor\t: 1"];
        Assert.Equal(ThisProcessor.Describe(one), ThisProcessor.Describe([.. one.Select(line => line.Replace("2400.1", "3100.7", StringComparison.Ordinal))]));
        Assert.NotEqual(ThisProcessor.Describe(one), ThisProcessor.Describe([.. one.Select(line => line.Replace(" avx2", "", StringComparison.Ordinal))]));
        Assert.NotEmpty(ThisProcessor.Describe());
    }
}
