using TfNative.Benchmarks.Logs;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What actions print at the same time.</summary>
[Collection(SdkCollection.Name)]
public class OutputBlockTests(SdkPackage sdk)
{
    private const int Actions = 40;
    private const int Lines = 100;

    [Fact]
    public void What_an_action_prints_is_one_block_and_its_warnings_follow_each_other()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<PropertyGroup><NativeJobs>8</NativeJobs></PropertyGroup><ItemGroup><BazelTarget Include=\"//loud:all\" /></ItemGroup>");
        // Each line is written for itself, and all actions can run at once.
        folder.Write("native/loud/BUILD.bazel", $"""
            [genrule(
                name = "loud_%d" % i,
                outs = ["out_%d" % i],
                cmd = "for i in $$(seq {Lines}); do echo \"loud/a.cc:$$i:1: warning: said by <%d>\" >&2; echo \"   | of <%d>\"; done; echo > $@" % (i, i),
            ) for i in range({Actions})]
            """);
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        string[] blocks = [.. build.Messages.Where(text => text.Contains("said by <", StringComparison.Ordinal))];
        Assert.Equal(Actions, blocks.Length);
        foreach (string block in blocks)
        {
            string[] lines = block.Split('\n');
            string name = lines[1][lines[1].IndexOf('<', StringComparison.Ordinal)..];
            Assert.All(lines[1..], line => Assert.EndsWith(name, line, StringComparison.Ordinal));
            Assert.Equal(
                Enumerable.Range(1, Lines).Select(i => $"loud/a.cc:{i}:1: warning: said by {name}"),
                lines[1..].Where(line => line.Contains("warning", StringComparison.Ordinal)));
        }

        // In the order of the log: no action's warnings stand between those of another.
        string[] ofActions = [.. build.Warnings.Select(warning => warning.Text.Split('<', '>')[1])];
        Assert.Equal(Actions * Lines, ofActions.Length);
        Assert.Equal(Actions, ofActions.Zip(ofActions.Skip(1).Append("end")).Count(pair => pair.First != pair.Second));
    }

    [Theory]
    [InlineData(0, "In file included from a/x.h:1,\n                 from a/a.cc:2:\na/y.h:3:1: warning: w [-Wall]\n    3 | int x;\n      | ^~~\na/a.cc: In function 'f':\na/a.cc:4:2: error: e")]
    [InlineData(0, "In file included from a/x.h:1,\n                 from a/a.cc:2:\na/y.h:3:1: warning: w\nIn file included from a/x.h:4:\na/z.h:5:1: warning: v")]
    [InlineData(0, "In static member function 'f',\n    inlined from 'g' at a/x.h:3:1,\n    inlined from 'h' at a/a.cc:3:1:\n/usr/i.h:1:1: warning: w")]
    [InlineData(1, "In function 'f',\n    inlined from 'g' at b/b.cc:3:1:\n/usr/i.h:1:1: warning: w")]
    [InlineData(1, "In file included from a/x.h:4:\na/z.h:5:1: warning: v")]
    [InlineData(1, "In file included from a/x.h:1,\n                 from b/b.cc:2:\na/y.h:3:1: warning: w")]
    [InlineData(1, "In file included from a/x.h:1,\na/y.h:3:1: warning: w")]
    [InlineData(1, "b/b.cc:3:1: warning: w")]
    [InlineData(1, "    3 | int x;\na/a.cc:3:1: warning: w")]
    [InlineData(1, "a/a.cc:3:1: warning: w\n   half of another li")]
    public void A_block_with_lines_of_another_action_is_told_from_a_whole_one(int problems, string lines) =>
        Assert.Equal(problems, OutputBlock.Of("Compiling a/a.cc:\n" + lines)!.Problems().Count());
}
