using System.Security.Cryptography;
using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Repositories;

/// <summary>Repositories that the workspace's own rules make. Each test asks what a label of @made depends on.</summary>
public sealed class RepositoryRuleTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(("WORKSPACE", "workspace(name = \"main\")\n"), ("BUILD", ""));

    private string Made => workspace.Folder + "/output/external/made";

    public void Dispose() => workspace.Dispose();

    /// <summary>Writes rules.bzl with a rule whose implementation has the given lines.</summary>
    private void WriteRule(string body, string attributes = "{}") => workspace.Write("rules.bzl", $"""
        def _impl(ctx):
        {string.Join('\n', body.Split('\n').Select(line => "    " + line))}

        made = repository_rule(implementation = _impl, attrs = {attributes})
        """);

    private BazelQueryResult Query(
        Func<RepositoryDeclaration, RepositoryDeclaration>? change = null, Func<TranslationRequest, TranslationRequest>? allow = null, string query = "@made//:all")
    {
        var declaration = new RepositoryDeclaration { Name = "made", Rule = "//:rules.bzl%made" };
        return workspace.Query(query, QueryOutput.Label, request =>
        {
            request = request with { Repositories = [change?.Invoke(declaration) ?? declaration] };
            return allow?.Invoke(request) ?? request;
        });
    }

    private static void Answers(string expected, BazelQueryResult result) =>
        Assert.Equal((expected, ""), (result.Text.Trim(), string.Join('\n', result.Diagnostics)));

    private static BazelDiagnostic Fails(string code, string part, BazelQueryResult result)
    {
        BazelDiagnostic error = Assert.Single(result.Diagnostics);
        Assert.Equal(code, error.Code);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        return error;
    }

    [Fact]
    public void A_rule_writes_its_BUILD_file()
    {
        WriteRule("""ctx.file("BUILD", "filegroup(name = '%s')" % ctx.name)""");
        Answers("@made//:made", Query());
    }

    [Fact]
    public void Attributes_come_from_the_declaration_with_their_types_and_defaults()
    {
        WriteRule(
            """ctx.file("BUILD", "filegroup(name = '%s')" % "_".join(ctx.attr.words + [str(ctx.attr.number), ctx.attr.table["a"], ctx.attr.text, str(ctx.attr.flag)]))""",
            """{"words": attr.string_list(), "number": attr.int(default = 7), "table": attr.string_dict(), "text": attr.string(default = "t"), "flag": attr.bool()}""");
        Answers("@made//:x_y_7_b_t_True", Query(d => d with
        {
            Attributes = new Dictionary<string, string> { ["words"] = "x;y", ["table"] = "a=b;c=d", ["flag"] = "true" },
        }));
    }

    [Fact]
    public void A_template_of_the_workspace_is_filled_in()
    {
        workspace.Write("BUILD.tpl", "filegroup(name = \"%{NAME}\")");
        WriteRule("""ctx.template("BUILD", Label("//:BUILD.tpl"), {"%{NAME}": ctx.os.environ.get("WHO", "nobody")})""");
        Answers("@made//:nobody", Query());
    }

    [Fact]
    public void The_environment_is_what_the_project_declares()
    {
        WriteRule("""ctx.file("BUILD", "filegroup(name = '%s')" % (ctx.getenv("HOME") or ctx.os.environ["WHO"]))""");
        Answers("@made//:me", Query(allow: r => r with { RepositoryEnvironment = new Dictionary<string, string> { ["WHO"] = "me" } }));
    }

    [Fact]
    public void A_macro_makes_the_repository_that_it_calls_a_rule_for()
    {
        WriteRule("""ctx.file("BUILD", "filegroup(name = '%s')" % ctx.attr.text)""", """{"text": attr.string()}""");
        workspace.Write("macro.bzl", """
            load("//:rules.bzl", "made")

            def setup(name):
                native.bind(name = "x", actual = "//:y")
                if not native.existing_rule(name):
                    made(name = name, text = "from_macro", repo_mapping = {"@a": "@b"})
                made(name = "other", text = "other")
            """);
        Answers("@made//:from_macro", Query(d => d with { Rule = "//:macro.bzl%setup" }));
    }

    [Fact]
    public void Links_reads_deletes_and_patches()
    {
        workspace.Write("tree/BUILD", "filegroup(name = \"old\")\n");
        workspace.Write("tree/deep/file.txt", "deep");
        workspace.Write("change.patch", "--- a/sub/BUILD\n+++ b/sub/BUILD\n@@ -1 +1 @@\n-filegroup(name = \"old\")\n+filegroup(name = \"new\")\n");
        WriteRule("""
            ctx.symlink(ctx.path(Label("//:BUILD")).dirname.get_child("tree"), "sub")
            ctx.patch(Label("//:change.patch"), strip = 1)
            if ctx.read("sub/deep/file.txt") != "deep" or not ctx.path("sub/deep").is_dir:
                fail("not there")
            ctx.delete("sub/deep")
            if ctx.path("sub/deep").exists:
                fail("not deleted")
            """);
        Answers("@made//sub:new", Query(query: "@made//sub:all"));
        Assert.Equal("filegroup(name = \"old\")\n", File.ReadAllText(workspace.Root + "/tree/BUILD"));
        Assert.True(File.Exists(workspace.Root + "/tree/deep/file.txt"));
    }

    [Fact]
    public void A_program_that_is_allowed_runs_in_the_repository()
    {
        WriteRule("""
            result = ctx.execute(["sh", "-c", "echo \"filegroup(name = '$A')\" > BUILD; echo out; echo err >&2; exit 3"], environment = {"A": "ran"})
            if (result.return_code, result.stdout, result.stderr) != (3, "out\n", "err\n"):
                fail(result)
            """);
        Answers("@made//:ran", Query(allow: r => r with { RepositoryPrograms = ["sh"] }));
    }

    [Fact]
    public void A_program_that_is_not_allowed_names_the_item_to_add()
    {
        WriteRule("ctx.execute([\"sh\", \"-c\", \"true\"])");
        BazelDiagnostic error = Fails("TFN2032", "<BazelRepositoryProgram Include=\"sh\" />", Query());
        Assert.Equal((workspace.Root + "/rules.bzl", 2), (error.File, error.Line));
        Assert.False(Directory.Exists(Made) && File.Exists(Made + "/BUILD"));
    }

    [Fact]
    public void A_download_that_is_not_declared_names_the_item_to_add()
    {
        WriteRule("ctx.download_and_extract(\"https://example.org/a.zip\")");
        BazelDiagnostic error = Fails("TFN2033", "<BazelRepositoryDownload Include=\"https://example.org/a.zip\"", Query());
        Assert.Equal((workspace.Root + "/rules.bzl", 2), (error.File, error.Line));
    }

    [Fact]
    public void A_download_is_served_from_a_declared_archive_whose_hash_is_checked()
    {
        workspace.Write("archive/top/BUILD", "filegroup(name = \"unpacked\")");
        string archive = workspace.Folder + "/a.zip";
        System.IO.Compression.ZipFile.CreateFromDirectory(workspace.Root + "/archive", archive);
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
        TranslationRequest Allow(TranslationRequest r) => r with { RepositoryDownloads = [new("a.zip", archive)] };
        WriteRule($"ctx.download_and_extract([\"https://example.org/a.zip\"], sha256 = \"{hash}\", strip_prefix = \"top\")");
        Answers("@made//:unpacked", Query(allow: Allow));

        WriteRule($"ctx.download_and_extract([\"https://example.org/a.zip\"], sha256 = \"{new string('0', 64)}\")");
        Fails("TFN2034", hash, Query(allow: Allow));
    }

    [Theory]
    [InlineData("tar", "cat")]
    [InlineData("tar.gz", "gzip")]
    [InlineData("tar.xz", "xz")]
    [InlineData("tar.bz2", "bzip2")]
    [InlineData("tar.zst", "zstd")]
    public void Archives_of_every_usual_kind_are_unpacked(string type, string program)
    {
        if (!File.Exists("/usr/bin/" + program) && !File.Exists("/bin/" + program))
            return;
        workspace.Write("archive/top/BUILD", "filegroup(name = \"unpacked\", srcs = [\"link\"])");
        File.CreateSymbolicLink(workspace.Root + "/archive/top/link", "BUILD");
        string tar = workspace.Folder + "/a.tar", archive = type == "tar" ? tar : $"{workspace.Folder}/a.{type}";
        System.Formats.Tar.TarFile.CreateFromDirectory(workspace.Root + "/archive", tar, includeBaseDirectory: false);
        if (type != "tar")
            System.Diagnostics.Process.Start("/bin/sh", ["-c", $"{program} -c '{tar}' > '{archive}' 2>/dev/null"]).WaitForExit();
        WriteRule($"ctx.extract(\"{archive}\", stripPrefix = \"top\")");
        Answers("@made//:unpacked", Query());
        Assert.Equal("BUILD", new FileInfo(Made + "/link").LinkTarget);
    }

    [Fact]
    public void An_archive_that_is_broken_or_of_no_known_kind_says_so()
    {
        File.WriteAllText(workspace.Folder + "/a.tar.xz", "no archive");
        WriteRule($"ctx.extract(\"{workspace.Folder}/a.tar.xz\")");
        Fails("TFN2031", "a.tar.xz", Query());
        File.WriteAllText(workspace.Folder + "/a.rar", "");
        WriteRule($"ctx.extract(\"{workspace.Folder}/a.rar\")");
        Fails("TFN2031", "only .zip, .tar", Query());
    }

    [Fact]
    public void A_failing_rule_is_reported_where_it_fails()
    {
        WriteRule("x = 1\nfail(\"no luck\")");
        BazelDiagnostic error = Fails("TFN2031", "no luck", Query());
        Assert.Equal((workspace.Root + "/rules.bzl", 3), (error.File, error.Line));
    }

    [Fact]
    public void An_unknown_attribute_suggests_the_nearest()
    {
        WriteRule("pass", """{"version": attr.string()}""");
        Fails("TFN2010", "did you mean 'version'", Query(d => d with { Attributes = new Dictionary<string, string> { ["verison"] = "1" } }));
    }

    [Fact]
    public void A_missing_mandatory_attribute_is_an_error()
    {
        WriteRule("pass", """{"version": attr.string(mandatory = True)}""");
        Fails("TFN2012", "'version'", Query());
    }

    [Fact]
    public void An_unknown_rule_suggests_the_nearest()
    {
        WriteRule("pass");
        Fails("TFN2024", "did you mean 'made'", Query(d => d with { Rule = "//:rules.bzl%maed" }));
    }

    [Fact]
    public void Nothing_is_written_outside_of_the_repository()
    {
        WriteRule("ctx.file(\"../other/BUILD\", \"\")");
        Fails("TFN2031", "outside", Query());
    }

    /// <summary>The rule leaves a mark that says how often it ran: only what it looked at may make it run again.</summary>
    [Fact]
    public void A_repository_is_made_again_only_when_something_that_its_rule_looked_at_changes()
    {
        string counter = workspace.Folder + "/runs";
        workspace.Write("input.txt", "a");
        workspace.Write("unrelated.txt", "a");
        const string Body = """
            ctx.execute(["sh", "-c", "echo x >> COUNTER"])
            ctx.file("BUILD", "filegroup(name = '%s')" % (ctx.read(Label("//:input.txt")) + ctx.os.environ.get("WHO", "")))
            """;
        WriteRule(Body.Replace("COUNTER", counter, StringComparison.Ordinal));
        var environment = new Dictionary<string, string>();
        TranslationRequest Allow(TranslationRequest r) => r with { RepositoryPrograms = ["sh"], RepositoryEnvironment = new Dictionary<string, string>(environment) };
        int Runs() => File.ReadAllLines(counter).Length;

        Answers("@made//:a", Query(allow: Allow));
        workspace.Write("unrelated.txt", "b");
        Answers("@made//:a", Query(allow: Allow));
        Assert.Equal(1, Runs());

        workspace.Write("input.txt", "b");
        Answers("@made//:b", Query(allow: Allow));
        environment["WHO"] = "me";
        Answers("@made//:bme", Query(allow: Allow));
        WriteRule("# changed\n" + Body.Replace("COUNTER", counter, StringComparison.Ordinal));
        Answers("@made//:bme", Query(allow: Allow));
        Assert.Equal(4, Runs());
    }

    [Fact]
    public void What_a_rule_looked_at_is_among_the_inputs()
    {
        workspace.Write("input.txt", "a");
        WriteRule("ctx.file(\"BUILD\", \"filegroup(name = '%s')\" % ctx.read(Label(\"//:input.txt\")))");
        Assert.Contains(workspace.Root + "/input.txt", Query().Inputs.Files);
        Assert.Contains(workspace.Root + "/input.txt", Query().Inputs.Files);
    }
}
