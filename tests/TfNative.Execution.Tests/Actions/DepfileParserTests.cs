using System.Text;

namespace TfNative.Execution.Tests.Actions;

public class DepfileParserTests
{
    [Theory]
    [InlineData("a.o: a.c a.h\n", "a.c|a.h")]
    [InlineData("a.o: a.c \\\n  b.h \\\r\n c.h", "a.c|b.h|c.h")]
    [InlineData("a.o b.o : x\n", "x")]
    [InlineData("a.o: x.h y.h\nx.h:\ny.h:\n", "x.h|y.h")]
    [InlineData("a.o: x.h\nb.o: x.h y.h\n", "x.h|y.h")]
    [InlineData("a.o: with\\ space.h \\#hash $$dollar\n", "with space.h|#hash|$dollar")]
    [InlineData("a.o: back\\slash.h c:\\dir\\file.h\n", "back\\slash.h|c:\\dir\\file.h")]
    [InlineData("a.o: end\\\\ next\n", "end\\\\|next")]
    [InlineData("a.o: in\\\\\\ word\n", "in\\ word")]
    [InlineData("c:\\x\\a.o: y\n", "y")]
    [InlineData("a.o: ä.h\n", "ä.h")]
    [InlineData("a.o:\n", "")]
    [InlineData("", "")]
    public void Prerequisites_are_read_as_make_reads_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', DepfileParser.Parse(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("./a.h", "a.h")]
    [InlineData("/root/a//b/./c.h", "a/b/c.h")]
    [InlineData("a/b/../c.h", "a/c.h")]
    [InlineData("../a.h", "../a.h")]
    [InlineData("/usr/lib/gcc/../x.h", "/usr/lib/x.h")]
    [InlineData("/rootless/a.h", "/rootless/a.h")]
    public void Paths_are_made_those_of_the_graph(string path, string expected) =>
        Assert.Equal(expected, ExecPaths.Clean(path, "/root"));
}
