namespace TfNative.Execution.Tests.Status;

public class AnsiTextTests
{
    [Fact]
    public void Colours_and_links_are_taken_out()
    {
        const string gcc = "\e[01m\e[Ka.c:1:5:\e[m\e[K \e[01;35m\e[Kwarning: \e[m\e[Kx [\e]8;;https://gcc.gnu.org/\a-Wx\e]8;;\a]";
        Assert.Equal("a.c:1:5: warning: x [-Wx]", AnsiText.Strip(gcc));
    }

    [Fact]
    public void Of_what_is_kept_only_colours_remain_and_each_line_ends_without()
    {
        const string gcc = "plain\n\e[01;31m\e[Kerror: \e[m\e[Kx [\e]8;;https://gcc.gnu.org/\a-Wx\e]8;;\a]\n\e[2J\e[31mred\n";
        Assert.Equal("plain\n\e[01;31merror: \e[mx [-Wx]\e[m\n\e[31mred\e[m\n", AnsiText.KeepColours(gcc, 40));
    }

    [Fact]
    public void Colours_that_would_be_broken_with_their_line_are_not_kept()
    {
        string line = "\e[31m" + new string('x', 20);
        Assert.Equal(line + "\e[m", AnsiText.KeepColours(line, line.Length + 3));
        Assert.Equal(new string('x', 20), AnsiText.KeepColours(line, line.Length + 2));
    }
}
