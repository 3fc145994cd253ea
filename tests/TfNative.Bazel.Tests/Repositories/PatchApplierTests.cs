using System.Text;

namespace TfNative.Bazel.Tests.Repositories;

public class PatchApplierTests
{
    private readonly Dictionary<string, string> files = new();

    private Dictionary<string, string?> Apply(string patch, int strip = 1) =>
        Changes(patch, strip).ToDictionary(file => file.Path, file => file.Content is { } c ? Encoding.UTF8.GetString(c) : null);

    private IReadOnlyList<PatchedFile> Changes(string patch, int strip = 1) => PatchApplier.Apply(
        Encoding.UTF8.GetBytes(patch), "fix.patch", strip,
        path => files.TryGetValue(path, out string? text) ? Encoding.UTF8.GetBytes(text) : null);

    private static string Numbers(int from, int to) =>
        string.Concat(Enumerable.Range(from, to - from + 1).Select(i => $"{i}\n"));

    /// <summary>Changes line 10 of 1..20 to "ten".</summary>
    private const string TenPatch = """
        --- a/f.txt
        +++ b/f.txt
        @@ -7,7 +7,7 @@ section
         7
         8
         9
        -10
        +ten
         11
         12
         13

        """;

    private static string WithTen(string text) => text.Replace("\n10\n", "\nten\n", StringComparison.Ordinal);

    [Fact]
    public void A_hunk_replaces_its_lines()
    {
        files["f.txt"] = Numbers(1, 20);
        Assert.Equal(new() { ["f.txt"] = WithTen(Numbers(1, 20)) }, Apply(TenPatch));
    }

    [Theory]
    [InlineData("new line\n", "")]
    [InlineData("", "1\n2\n3\n4\n5\n")]
    public void A_hunk_whose_lines_moved_is_found(string before, string without)
    {
        files["f.txt"] = before + Numbers(1, 20)[without.Length..];
        Assert.Equal(WithTen(files["f.txt"]), Apply(TenPatch)["f.txt"]);
    }

    [Fact]
    public void A_hunk_goes_to_the_nearest_of_several_places()
    {
        files["f.txt"] = Numbers(1, 20) + "x\n" + Numbers(7, 13);
        Assert.Equal(Numbers(1, 9) + "ten\n" + Numbers(11, 20) + "x\n" + Numbers(7, 13), Apply(TenPatch)["f.txt"]);
    }

    [Theory]
    [InlineData("7", "7a")]
    [InlineData("13", "13a")]
    [InlineData("8", "8a")]
    public void Two_outer_lines_of_context_may_differ_and_stay_as_they_are(string line, string changed)
    {
        files["f.txt"] = Numbers(1, 20).Replace($"\n{line}\n", $"\n{changed}\n", StringComparison.Ordinal);
        Assert.Equal(WithTen(files["f.txt"]), Apply(TenPatch)["f.txt"]);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("10")]
    [InlineData("11")]
    public void A_line_next_to_the_change_may_not_differ(string line)
    {
        files["f.txt"] = Numbers(1, 20).Replace($"\n{line}\n", "\nother\n", StringComparison.Ordinal);
        var error = Assert.Throws<PatchException>(() => Apply(TenPatch));
        Assert.Equal("fix.patch:3: hunk 1 does not fit 'f.txt' (at its line 7 or elsewhere); "
            + "the file is another version than the patch was made for", error.Message);
        Assert.Equal(("TFN2043", "fix.patch", 3), (error.Code, error.Patch, error.Line));
    }

    [Fact]
    public void A_change_that_is_there_already_is_said_to_be()
    {
        files["f.txt"] = WithTen(Numbers(1, 20));
        Assert.Contains("the file seems to have the change already",
            Assert.Throws<PatchException>(() => Apply(TenPatch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_hunks_move_with_the_ones_before()
    {
        string twice = Numbers(1, 9);
        files["f.txt"] = "new\nnew\nnew\n" + twice + twice + twice;

        // The second hunk's lines stand at three places; the first one's, at one, says which is meant.
        string patch = """
            --- a/f.txt
            +++ b/f.txt
            @@ -1,3 +1,4 @@
             new
            +first
             1
             2
             3
            @@ -12,3 +13,4 @@
             3
             4
            +second
             5

            """.Replace("@@ -1,3 +1,4 @@\n new\n", "@@ -1,4 +1,5 @@\n new\n", StringComparison.Ordinal);
        Assert.Equal("new\nnew\nnew\nfirst\n" + Numbers(1, 9) + Numbers(1, 4) + "second\n" + Numbers(5, 9) + twice, Apply(patch)["f.txt"]);
    }

    [Fact]
    public void A_hunk_without_context_before_belongs_to_the_beginning()
    {
        files["f.txt"] = "x\n1\n2\n3\n4\n";
        string patch = "--- a/f.txt\n+++ b/f.txt\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n";
        Assert.Throws<PatchException>(() => Apply(patch));
        files["f.txt"] = "1\n2\n3\n4\n";
        Assert.Equal("0\n1\n2\n3\n4\n", Apply(patch)["f.txt"]);
    }

    [Fact]
    public void A_hunk_without_context_after_belongs_to_the_end()
    {
        string patch = "--- a/f.txt\n+++ b/f.txt\n@@ -2,3 +2,4 @@\n 2\n 3\n 4\n+5\n";
        files["f.txt"] = "2\n3\n4\nx\n2\n3\n4\n";
        Assert.Equal("2\n3\n4\nx\n2\n3\n4\n5\n", Apply(patch)["f.txt"]);
        files["f.txt"] = "1\n2\n3\n4\nx\n";
        Assert.Throws<PatchException>(() => Apply(patch));
    }

    [Fact]
    public void A_last_line_without_an_end_is_kept_made_and_mended()
    {
        files["f.txt"] = "a\nb";
        Assert.Equal("a\nc", Apply("""
            --- a/f.txt
            +++ b/f.txt
            @@ -1,2 +1,2 @@
             a
            -b
            \ No newline at end of file
            +c
            \ No newline at end of file

            """)["f.txt"]);
        Assert.Equal("a\nb\nc\n", Apply("""
            --- a/f.txt
            +++ b/f.txt
            @@ -1,2 +1,3 @@
             a
            -b
            \ No newline at end of file
            +b
            +c

            """)["f.txt"]);
    }

    [Fact]
    public void Files_are_made_and_removed()
    {
        files["old.txt"] = "1\n2\n";
        Dictionary<string, string?> changes = Apply("""
            --- /dev/null
            +++ b/dir/new.txt
            @@ -0,0 +1,2 @@
            +a
            +b
            --- a/old.txt
            +++ /dev/null
            @@ -1,2 +0,0 @@
            -1
            -2
            --- a/gnu.txt	1970-01-01 01:00:00.000000000 +0100
            +++ b/gnu.txt	2020-02-02 02:02:02.000000000 +0200
            @@ -0,0 +1 @@
            +x

            """);
        Assert.Equal(new() { ["dir/new.txt"] = "a\nb\n", ["old.txt"] = null, ["gnu.txt"] = "x\n" }, changes);
    }

    [Fact]
    public void Gits_headers_rename_copy_and_make_executable()
    {
        files["a.txt"] = "1\n2\n";
        files["c.txt"] = "x\n";
        files["run"] = "#!\n";
        IReadOnlyList<PatchedFile> changes = Changes("""
            From 0123 Mon Sep 17 00:00:00 2001
            Subject: [PATCH] everything

            diff --git a/a.txt b/sub/b.txt
            similarity index 50%
            rename from a.txt
            rename to sub/b.txt
            index 111..222 100644
            --- a/a.txt
            +++ b/sub/b.txt
            @@ -1,2 +1,2 @@
             1
            -2
            +two
            diff --git a/c.txt b/d.txt
            similarity index 100%
            copy from c.txt
            copy to d.txt
            diff --git a/run b/run
            old mode 100644
            new mode 100755
            diff --git a/empty b/empty
            new file mode 100644
            index 0000000..e69de29
            diff --git a/c.txt b/c.txt
            deleted file mode 100644
            --- a/c.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -x
            -- 
            2.20.1

            """);
        Assert.Equal(
            ["a.txt -", "sub/b.txt 1|two|", "d.txt x|", "run #!| x", "empty ", "c.txt -"],
            changes.Select(file => file.Path + " "
                + (file.Content is null ? "-" : Encoding.UTF8.GetString(file.Content).Replace('\n', '|'))
                + (file.IsExecutable == true ? " x" : "")));
    }

    [Fact]
    public void A_file_that_the_patch_names_twice_is_changed_twice()
    {
        files["f.txt"] = "1\n";
        Assert.Equal(new() { ["f.txt"] = "3\n" }, Apply("""
            --- a/f.txt
            +++ b/f.txt
            @@ -1 +1 @@
            -1
            +2
            --- a/f.txt
            +++ b/f.txt
            @@ -1 +1 @@
            -2
            +3

            """));
    }

    [Theory]
    [InlineData("src/f.txt", "src/f.txt", 0)]
    [InlineData("a/src/f.txt", "b/src/f.txt", 1)]
    [InlineData("/tmp/x/src/f.txt", "/tmp/y/src/f.txt", 3)]
    [InlineData("src/f.txt.orig", "src/f.txt", 0)]
    [InlineData("src/f.txt", "src/f.txt.new", 0)]
    [InlineData("a//src/f.txt\t2020-01-01 00:00:00", "b//src/f.txt\t2021-01-01 00:00:00", 1)]
    [InlineData("\"a/src/\\146.txt\"", "b/src/f.txt", 1)]
    public void The_file_is_found_by_either_name(string old, string @new, int strip)
    {
        files["src/f.txt"] = "1\n";
        Assert.Equal(new() { ["src/f.txt"] = "2\n" }, Apply($"--- {old}\n+++ {@new}\n@@ -1 +1 @@\n-1\n+2\n", strip));
    }

    [Fact]
    public void Names_may_have_spaces_and_letters_of_any_language()
    {
        files["ü b.txt"] = "1\n";
        Assert.Equal(new() { ["ü b.txt"] = "2\n" }, Apply("--- a/ü b.txt\t\n+++ b/ü b.txt\t\n@@ -1 +1 @@\n-1\n+2\n"));
        Assert.Equal(new() { ["ü b.txt"] = "2\n" },
            Apply("diff --git \"a/\\303\\274 b.txt\" \"b/\\303\\274 b.txt\"\n--- \"a/\\303\\274 b.txt\"\n+++ \"b/\\303\\274 b.txt\"\n@@ -1 +1 @@\n-1\n+2\n"));
    }

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_are()
    {
        byte[] before = [.. Encoding.ASCII.GetBytes("1\n"), 0xff, 0xfe, 0, (byte)'\n'];
        PatchedFile file = Assert.Single(PatchApplier.Apply(
            Encoding.ASCII.GetBytes("--- a/f\n+++ b/f\n@@ -1 +1 @@\n-1\n+2\n"), "p", 1, _ => before));
        Assert.Equal([.. Encoding.ASCII.GetBytes("2\n"), 0xff, 0xfe, 0, (byte)'\n'], file.Content);
    }

    [Fact]
    public void A_patch_with_carriage_returns_fits_a_file_without_and_the_other_way_round_only_as_written()
    {
        files["f.txt"] = "1\n2\n";
        Assert.Equal("1\ntwo\n", Apply("--- a/f.txt\r\n+++ b/f.txt\r\n@@ -1,2 +1,2 @@\r\n 1\r\n-2\r\n+two\r\n")["f.txt"]);
        files["f.txt"] = "1\r\n2\r\n";
        Assert.Equal("1\r\ntwo\r\n", Apply("--- a/f.txt\n+++ b/f.txt\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+two\r\n")["f.txt"]);
    }

    [Fact]
    public void Blank_context_lines_may_have_lost_their_space()
    {
        files["f.txt"] = "1\n\n2\n\n";
        Assert.Equal("1\n\ntwo\n\n", Apply("--- a/f.txt\n+++ b/f.txt\n@@ -1,4 +1,4 @@\n 1\n\n-2\n+two\n")["f.txt"]);
    }

    [Fact]
    public void Lines_that_look_like_headers_are_lines_within_a_hunk()
    {
        files["f.sql"] = "-- a\n";
        Assert.Equal("++ b\n", Apply("--- a/f.sql\n+++ b/f.sql\n@@ -1 +1 @@\n--- a\n+++ b\n")["f.sql"]);
    }

    [Theory]
    [InlineData("", "fix.patch:1: no unified diff was found in it")]
    [InlineData("just text\n", "fix.patch:1: no unified diff was found in it")]
    [InlineData("*** a\n--- b\n***************\n", "fix.patch:3: this is a context diff; only unified diffs (diff -u) are understood")]
    [InlineData("--- a/none\n+++ b/none\n@@ -1 +1 @@\n-1\n+2\n", "fix.patch:1: there is no file 'none' to patch; are the paths right (strip level 1)?")]
    [InlineData("--- f.txt\n+++ f.txt\n@@ -1 +1 @@\n-1\n+2\n", "fix.patch:1: the path 'f.txt' has no 1 leading folders to leave away")]
    [InlineData("--- a/../f.txt\n+++ b/../f.txt\n@@ -1 +1 @@\n-1\n+2\n", "fix.patch:1: the path 'a/../f.txt' leads out of the folder that is patched")]
    [InlineData("--- /dev/null\n+++ b/f.txt\n@@ -0,0 +1 @@\n+2\n", "fix.patch:1: it makes the file 'f.txt', which is there already")]
    [InlineData("--- a/f.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n", "fix.patch:1: it removes the file 'f.txt', which has other lines than those that it removes")]
    [InlineData("--- a/f.txt\n+++ b/f.txt\n@@ -1,9 +1,9 @@\n 1\n", "fix.patch:4: it ends within the hunk that starts in line 3")]
    [InlineData("--- a/f.txt\n+++ b/f.txt\n@@ -1,2 +1,2 @@\n 1\n?2\n", "fix.patch:5: a line of the hunk that starts in line 3 begins with none of ' ', '-', '+'")]
    [InlineData("--- a/f.txt\n+++ b/f.txt\n@@ -1,1 +1,2 @@\n 1\n-2\n+2\n", "fix.patch:5: the hunk that starts in line 3 has not as many lines as its header says")]
    [InlineData("diff --git a/f.bin b/f.bin\nindex 1..2\nGIT binary patch\n", "fix.patch:3: it changes the binary file 'b/f.bin', which cannot be patched")]
    [InlineData("diff --git a/l b/l\nnew file mode 120000\n", "fix.patch:2: it makes a symbolic link, which cannot be patched")]
    public void A_patch_that_cannot_be_applied_says_where_and_why(string patch, string message)
    {
        files["f.txt"] = "1\n2\n";
        Assert.Equal(message, Assert.Throws<PatchException>(() => Apply(patch)).Message);
    }
}
