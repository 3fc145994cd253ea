using System.Text;

namespace TfNative.Starlark.Tests.Hosting;

/// <summary>The examples of src/TfNative.Starlark/README.md: they stand here as they stand there, and work.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_first_example_runs_a_file()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("print('hello')\nsources = glob(['*.cc'])\n");
        var package = new List<string>();
        CancellationToken cancellation = CancellationToken.None;
        var output = new StringBuilder();

        // Example 1
        var environment = new StarlarkEnvironment([new("glob", new Builtin("glob", "include, exclude=[], *, allow_empty=unbound",
            (in CallContext c) => StarlarkList.OfStrings(Find(c.Thread.GetLocal<List<string>>()!, c.Strings(0)))))]);
        StarlarkFile file = StarlarkFile.Parse("pkg/BUILD", bytes, Dialect.Build);   // never throws; file.Diagnostics
        StarlarkProgram program = StarlarkProgram.Resolve(file, environment);        // throws StarlarkException with all errors
        var thread = new StarlarkThread(new Limits { MaxSteps = 10_000_000 }, cancellation)
        {
            Print = (at, text) => output.AppendLine($"{at}: {text}"),
        };
        thread.SetLocal(package);                                                    // for the host's builtins
        Module module = program.Execute(thread, environment);
        // End

        Assert.True(module.TryGetGlobal("sources", out Value sources));
        Assert.Equal("[\"found *.cc\"]", sources.Repr());
        Assert.Equal(["found *.cc"], package);
        Assert.StartsWith("pkg/BUILD:1:6: hello", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Version('1.10') > Version('1.9')", "True")]
    [InlineData("max([Version('2.0'), Version('10.1')])", "Version(10.1)")]
    [InlineData("{Version('1.0'): 'a'}[Version('1.0')]", "\"a\"")]
    [InlineData("Version('3.4').major", "3")]
    [InlineData("dir(Version('3.4'))", "[\"major\", \"minor\"]")]
    public void The_second_example_is_a_type_of_the_host(string expression, string expected) =>
        Assert.Equal(expected, Starlark.Eval(expression, ("Version", NewVersion)).Repr());

    [Fact]
    public void Mistakes_with_the_hosts_type_are_told_as_any_other()
    {
        Assert.Equal("'1.x' is no version", Starlark.Fail("Version('1.x')\n", null, null, ("Version", NewVersion)).Message);
        Assert.Equal(
            "'Version' value has no field or method 'mayor' (did you mean 'major'?)",
            Starlark.Fail("Version('1.0').mayor\n", null, null, ("Version", NewVersion)).Message);
    }

    [Fact]
    public void The_readme_shows_these_examples()
    {
        string readme = Squeeze(File.ReadAllText(Path.Combine(Root(), "src", "TfNative.Starlark", "README.md")));
        string[] parts = File.ReadAllText(Path.Combine(Root(), "tests", "TfNative.Starlark.Tests", "Hosting", "ReadmeTests.cs")).ReplaceLineEndings("\n").Split("// " + "Example ");
        Assert.Equal(3, parts.Length);
        foreach (string part in parts[1..])
            Assert.Contains(Squeeze(part[1..part.IndexOf("// " + "End\n", StringComparison.Ordinal)]), readme, StringComparison.Ordinal);
    }

    private static Builtin NewVersion { get; } = new("Version", "text, /", (in CallContext c) =>
        System.Version.TryParse(c.String(0), out Version? version) ? new VersionValue(version) : throw c.Error($"'{c.String(0)}' is no version"));

    private static List<string> Find(List<string> package, string[] patterns)
    {
        package.AddRange(patterns.Select(p => "found " + p));
        return package;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TfNative.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("No folder above the tests has TfNative.sln.");
    }

    // Example 2
    private sealed class VersionValue(Version version) : StarlarkObject
    {
        private Version Version { get; } = version;

        public override string TypeName => "Version";

        public override IEnumerable<string> AttributeNames => ["major", "minor"];

        public override bool TryGetAttribute(string name, out Value value)
        {
            value = name switch { "major" => Version.Major, "minor" => Version.Minor, _ => Value.Unbound };
            return !value.IsUnbound;
        }

        public override int? CompareTo(Value other) => other.As<VersionValue>() is { } right ? Version.CompareTo(right.Version) : null;

        public override bool Equals(Value other) => other.As<VersionValue>() is { } right && Version == right.Version;

        public override int Hash() => Version.GetHashCode();

        public override void AppendRepr(StringBuilder text) => text.Append("Version(").Append(Version).Append(')');
    }

    // End
}
