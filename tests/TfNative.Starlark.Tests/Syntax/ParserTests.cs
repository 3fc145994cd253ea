using CsCheck;

namespace TfNative.Starlark.Tests.Syntax;

public class ParserTests
{
    private static readonly Gen<string> Atom = Pick.From("x", "y", "0", "17", "1.5", "'s'", "b'b'", "None", "123456789012345678901", "'\\n\"'");

    private static readonly Gen<string> AnyExpression = Gen.Recursive<string>((depth, inner) =>
        depth > 4 ? Atom : Gen.Frequency((3, Atom), (5, Compound(inner))));

    private static readonly Gen<string> AnyProgram = Gen.Select(AnyExpression, AnyExpression, AnyExpression, Gen.Int[0, 7]).Select((a, b, c, shape) => shape switch
    {
        0 => $"z = {a}\n",
        1 => $"def f(p, q = {a}, *r, s, **t):\n  for x in {b}:\n    if {c}:\n      break\n    elif {a}:\n      continue\n    else:\n      pass\n  return {b}\n",
        2 => $"x[{a}] += {b}\n{c}\n",
        3 => $"a, (b, [c]) = {a}, {b}\n",
        4 => $"load('m', 'x', y = 'z')\nf({a}, *x, **y)\n",
        5 => $"if {a}: x = {b}; y = {c}\n",
        6 => $"def f(a, *, b): return\ndef g(): return {a}, {b}\n",
        _ => $"[{a} for x, y in x if {b} for z in y]\n{{{a}: {b} for x in ({c})}}\n",
    });

    [Fact]
    public void What_was_parsed_prints_as_a_program_with_the_same_tree() => AnyProgram.Sample(CheckRoundTrip, iter: 3000);

    [Fact]
    public void The_suites_files_print_as_programs_with_the_same_tree()
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "suite"), "*.star", SearchOption.AllDirectories))
        {
            foreach (string chunk in File.ReadAllText(path).Split("\n---\n"))
            {
                if (StarlarkFile.Parse(path, chunk, Dialect.Test).Diagnostics.Count == 0)
                    CheckRoundTrip(chunk);
            }
        }
    }

    [Theory]
    [InlineData("a + b * c - d", "((a + (b * c)) - d)")]
    [InlineData("not a == b", "(not (a == b))")]
    [InlineData("-a.b[0](1)", "(-((a.b)[0])(1))")]
    [InlineData("a or b and not c", "(a or (b and (not c)))")]
    [InlineData("a | b ^ c & d << e + f * -g", "(a | (b ^ (c & (d << (e + (f * (-g)))))))")]
    [InlineData("a if b else c if d else e", "(a if b else (c if d else e))")]
    public void Operators_bind_as_specified(string text, string grouped)
    {
        Assert.Equal(Structure(grouped), Structure(text));

        // Parentheses are nodes of their own; only the grouping is compared.
        static string Structure(string expression) =>
            SyntaxDump.Dump(StarlarkFile.Parse("f", expression, Dialect.Bzl)).Replace("(ParenExpression ", "(", StringComparison.Ordinal)
                .Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_are_those_of_the_source()
    {
        const string Text = "x = f(a,\n      b.c)\n";
        StarlarkFile file = StarlarkFile.Parse("f", Text, Dialect.Build);
        var assignment = (AssignmentStatement)file.Statements[0];
        var call = (CallExpression)assignment.Value;
        Assert.Equal("f(a,\n      b.c)", Text[call.Start..call.End]);
        Assert.Equal("b.c", Text[call.Arguments[1].Value.Start..call.Arguments[1].Value.End]);
        Assert.Equal(new Location("f", 2, 8), file.Source.GetLocation(((DotExpression)call.Arguments[1].Value).Dot));
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_read_as_Latin1()
    {
        StarlarkFile file = StarlarkFile.Parse("f", new byte[] { (byte)'#', 0xE9, (byte)'\n', (byte)'x', (byte)'=', (byte)'"', 0xE9, (byte)'"' }, Dialect.Build);
        Assert.Empty(file.Diagnostics);
        Assert.Equal("é", ((Literal)((AssignmentStatement)file.Statements[0]).Value).Value.AsString());
    }

    [Fact]
    public void Loads_are_known_before_the_file_is_evaluated()
    {
        StarlarkFile file = StarlarkFile.Parse("f", "x = 1\nload(':a.bzl', 'b', c = 'd')\n", Dialect.Bzl);
        LoadStatement load = Assert.Single(file.Loads);
        Assert.Equal(":a.bzl", load.Module);
        Assert.Equal([("b", "b"), ("c", "d")], load.Bindings.Select(b => (b.Local.Name, b.Exported)));
        Assert.Equal(new Location("f", 2, 6), file.Source.GetLocation(load.ModuleStart));
    }

    private static void CheckRoundTrip(string text)
    {
        StarlarkFile first = StarlarkFile.Parse("first", text, Dialect.Test);
        Assert.Empty(first.Diagnostics);
        string printed = SyntaxPrinter.Print(first);
        StarlarkFile second = StarlarkFile.Parse("second", printed, Dialect.Test);
        Assert.Empty(second.Diagnostics);
        Assert.Equal(SyntaxDump.Dump(first), SyntaxDump.Dump(second));
    }

    private static Gen<string> Compound(Gen<string> inner) =>
        Gen.Select(inner, inner, inner, Gen.Int[0, 15]).Select((a, b, c, shape) => shape switch
        {
            0 => $"({a} + {b})",
            1 => $"({a} if {b} else {c})",
            2 => $"[{a}, {b}]",
            3 => $"({a},)",
            4 => $"{{{a}: {b}, {b}: {c}}}",
            5 => $"x.attr({a}, k = {b})",
            6 => $"({a})[{b}]",
            7 => $"({a})[{b}:{c}:]",
            8 => $"(not {a})",
            9 => $"(lambda p, q = {a}, *r: {b})",
            10 => $"[{a} for x in ({b}) if {c}]",
            11 => $"-x * {Parenthesized(a)} // ~y",
            12 => $"({a} not in {b})",
            13 => $"({a} == {b} and {c} or x << 3)",
            14 => $"f()({a})",
            _ => $"({a}, {b})",
        });

    private static string Parenthesized(string text) => $"({text})";
}
