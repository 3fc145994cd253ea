namespace TfNative.Execution.Tests.Status;

public class AnsiTextTests
{
    [Fact]
    public void Colours_and_links_are_taken_out()
    {
        const string gcc = "\e[01m\e[Ka.c:1:5:\e[m\e[K \e[01;35m\e[Kwarning: \e[m\e[Kx [\e]8;;https://gcc.gnu.org/\a-Wx\e]8;;\a]";
        Assert.Equal("a.c:1:5: warning: x [-Wx]", AnsiText.Strip(gcc));
    }
}
