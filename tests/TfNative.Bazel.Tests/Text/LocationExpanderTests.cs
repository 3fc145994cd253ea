namespace TfNative.Bazel.Tests.Text;

public class LocationExpanderTests
{
    private static readonly PackageId Package = new(RepositoryName.Main, "pkg");

    private readonly Dictionary<string, LocationFile[]> files = new()
    {
        ["//pkg:one"] = [new("bazel-out/k8-opt/bin/pkg/one", "pkg/one", "pkg/one")],
        ["//pkg:two"] = [new("pkg/z.txt", "pkg/z.txt", "pkg/z.txt"), new("pkg/a b.txt", "pkg/a b.txt", "pkg/a b.txt")],
        ["//:top"] = [new("top.txt", "top.txt", "top.txt")],
        ["@r//x:y"] = [new("external/r/x/y", "external/r/x/y", "../r/x/y")],
        ["//pkg:none"] = [],
        ["//pkg:many"] = Enumerable.Range(0, 9).Select(i => new LocationFile($"p/{i}", $"p/{i}", $"p/{i}")).ToArray(),
    };

    private LocationExpander Expander(bool execPaths = true) => new(
        text => Label.Parse(text, Package), label => files.GetValueOrDefault(label.ToString()), "ws", execPaths);

    [Theory]
    [InlineData("$(location :one) > x", "bazel-out/k8-opt/bin/pkg/one > x")]
    [InlineData("$(location one)", "bazel-out/k8-opt/bin/pkg/one")]
    [InlineData("$(location   //pkg:one )", "bazel-out/k8-opt/bin/pkg/one")]
    [InlineData("$(execpath one)$(rootpath one)", "bazel-out/k8-opt/bin/pkg/onepkg/one")]
    [InlineData("$(locations two)", "'pkg/a b.txt' pkg/z.txt")]
    [InlineData("$(execpaths two)", "'pkg/a b.txt' pkg/z.txt")]
    [InlineData("$(location //:top)", "./top.txt")]
    [InlineData("$(location @r//x:y)", "external/r/x/y")]
    [InlineData("$(rlocationpath @r//x:y)", "r/x/y")]
    [InlineData("$(rlocationpath one)", "ws/pkg/one")]
    [InlineData("$(rlocationpaths //:top)", "ws/top.txt")]
    [InlineData("$(rootpaths @r//x:y)", "external/r/x/y")]
    [InlineData("$(SRCS) $$(ls) $@ $$ $( $(locationx one) $(location) 100$", "$(SRCS) $$(ls) $@ $$ $( $(locationx one) $(location) 100$")]
    [InlineData("$(FOO) $(location one)", "$(FOO) bazel-out/k8-opt/bin/pkg/one")]
    [InlineData("$$(location one)", "$bazel-out/k8-opt/bin/pkg/one")]
    public void Locations_are_replaced_and_all_else_is_kept(string text, string expanded) =>
        Assert.Equal(expanded, Expander().Expand(text));

    [Fact]
    public void A_location_is_a_root_path_where_the_caller_says_so() =>
        Assert.Equal("pkg/one", Expander(execPaths: false).Expand("$(location one)"));

    [Theory]
    [InlineData("$(location one", "unterminated $(location) expression")]
    [InlineData("$(location a//b)", "invalid label in $(location) expression: invalid target name 'a//b': target names may not contain '//' path separators")]
    [InlineData("$(location other)", "label '//pkg:other' in $(location) expression is not a declared prerequisite of this rule")]
    [InlineData("$(rootpaths other)", "label '//pkg:other' in $(locations) expression is not a declared prerequisite of this rule")]
    [InlineData("$(locations none)", "label '//pkg:none' in $(locations) expression expands to no files")]
    [InlineData("$(location many)", "label '//pkg:many' in $(location) expression expands to more than one file, please use $(locations //pkg:many) instead.  Files (at most 5 shown) are: [p/0, p/1, p/2, p/3, p/4]")]
    public void A_location_of_nothing_or_too_much_is_an_error(string text, string message) =>
        Assert.Equal(message, Assert.Throws<LocationException>(() => Expander().Expand(text)).Message);

    [Fact]
    public void Locations_are_functions_among_Make_variables()
    {
        LocationExpander expander = Expander();
        Assert.Equal("bazel-out/k8-opt/bin/pkg/one -o out",
            MakeVariables.Expand("$(location one) -o $@", name => name == "@" ? "out" : null, expander.Call));
        Assert.Equal("$(nothing) not defined", Assert.Throws<MakeVariableException>(
            () => MakeVariables.Expand("$(nothing one)", _ => null, expander.Call)).Message);
    }
}
