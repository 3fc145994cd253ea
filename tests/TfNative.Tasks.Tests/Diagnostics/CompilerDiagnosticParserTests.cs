using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Tests.Diagnostics;

/// <summary>The texts of gcc and GNU ld are in the form that gcc 12 and ld 2.40 were seen to print; those of clang and
/// lld follow their documentation.</summary>
public class CompilerDiagnosticParserTests
{
    private static CompilerDiagnostic Single(string output) => Assert.Single(CompilerDiagnosticParser.Parse(output));

    [Fact]
    public void An_error_of_gcc_has_file_line_and_column_and_its_chain_of_includes()
    {
        CompilerDiagnostic error = Single("""
            In file included from b.h:7,
                             from a.cc:1:
            a.h: In function ‘int h()’:
            a.h:2:37: error: ‘missing’ was not declared in this scope
                2 | inline int h() { int unused; return missing; }
                  |                                     ^~~~~~~
            """);
        Assert.Equal((CompilerDiagnosticSeverity.Error, "a.h", 2, 37, "TFN4101"), (error.Severity, error.File, error.Line, error.Column, error.Code));
        Assert.Equal("‘missing’ was not declared in this scope", error.Message);
        Assert.Equal(["included from b.h:7", "included from a.cc:1"], error.Notes);
    }

    [Fact]
    public void A_warning_has_its_flag_as_code()
    {
        CompilerDiagnostic warning = Single("a.cc:3:27: warning: unused variable ‘z’ [-Wunused-variable]");
        Assert.Equal((CompilerDiagnosticSeverity.Warning, "-Wunused-variable", "unused variable ‘z’"), (warning.Severity, warning.Code, warning.Message));
    }

    [Theory]
    [InlineData("a.cc:3:27: error: unused variable ‘z’ [-Werror=unused-variable]", "-Werror=unused-variable")]
    [InlineData("a.cc:3:27: error: unused variable 'z' [-Werror,-Wunused-variable]", "-Wunused-variable")]
    public void A_warning_made_an_error_is_an_error_with_its_flag(string line, string code)
    {
        CompilerDiagnostic error = Single(line);
        Assert.Equal((CompilerDiagnosticSeverity.Error, code), (error.Severity, error.Code));
    }

    [Fact]
    public void Notes_belong_to_the_message_before_them()
    {
        IReadOnlyList<CompilerDiagnostic> both = CompilerDiagnosticParser.Parse("""
            a.cc:1:5: error: redefinition of 'x'
            b.h:4:5: note: previous definition is here
            a.cc:9:1: warning: second [-Wcpp]
            """);
        Assert.Equal(["b.h:4: note: previous definition is here"], both[0].Notes);
        Assert.Empty(both[1].Notes);
    }

    [Fact]
    public void The_place_of_a_template_instantiation_belongs_to_the_error_after_it()
    {
        IReadOnlyList<CompilerDiagnostic> both = CompilerDiagnosticParser.Parse("""
            a.cc:3:27: warning: unused variable ‘z’ [-Wunused-variable]
            a.h: In instantiation of ‘void inst(T) [with T = int]’:
            a.cc:3:18:   required from here
            a.h:3:42: error: request for member ‘nope’ in ‘t’
            """);
        Assert.Empty(both[0].Notes);
        Assert.Equal(["a.cc:3:18:   required from here"], both[1].Notes);
    }

    [Fact]
    public void Colours_and_links_are_removed()
    {
        CompilerDiagnostic warning = Single(
            "\e[01m\e[Ka.h:2:22:\e[m\e[K \e[01;35m\e[Kwarning: \e[m\e[Kunused [\e[01;35m\e[K\e]8;;url\e\\-Wunused\e]8;;\e\\\e[m\e[K]");
        Assert.Equal(("a.h", 2, 22, "-Wunused", "unused"), (warning.File, warning.Line, warning.Column, warning.Code, warning.Message));
    }

    [Fact]
    public void A_missing_header_is_one_error()
    {
        CompilerDiagnostic error = Single("""
            b.cc:2:10: fatal error: no_such.h: No such file or directory
                2 | #include "no_such.h"
                  |          ^~~~~~~~~~~
            compilation terminated.
            """);
        Assert.Equal("no_such.h: No such file or directory", error.Message);
    }

    [Fact]
    public void An_undefined_reference_names_the_function_that_uses_it_and_the_summary_is_dropped()
    {
        CompilerDiagnostic error = Single("""
            /usr/bin/ld: /tmp/ccZGGFKR.o: in function `main':
            /src/c.cc:12: undefined reference to `g(int)'
            collect2: error: ld returned 1 exit status
            """);
        Assert.Equal(("/src/c.cc", 12, "TFN4103", "undefined reference to `g(int)'"), (error.File, error.Line, error.Code, error.Message));
        Assert.Equal(["/tmp/ccZGGFKR.o: in function `main'"], error.Notes);
    }

    [Fact]
    public void Several_errors_of_one_link_are_each_reported()
    {
        IReadOnlyList<CompilerDiagnostic> all = CompilerDiagnosticParser.Parse("""
            /usr/bin/ld: d.o:(.data+0x0): multiple definition of `x'; c.o:(.bss+0x0): first defined here
            /usr/bin/ld: d.o: warning: relocation against `foo' in read-only section `.text'
            c.cc:(.text+0xa): undefined reference to `g(int)'
            /usr/bin/ld: cannot find -lnope: No such file or directory
            collect2: error: ld returned 1 exit status
            """);
        Assert.Equal(
            [
                "Error TFN4103 multiple definition of `x'; c.o:(.bss+0x0): first defined here",
                "Warning TFN4104 ld: d.o: relocation against `foo' in read-only section `.text'",
                "Error TFN4103 undefined reference to `g(int)'",
                "Error TFN4103 ld: cannot find -lnope: No such file or directory",
            ],
            all.Select(each => $"{each.Severity} {each.Code} {each.Message}"));
    }

    [Fact]
    public void Lld_attaches_who_refers_to_an_undefined_symbol()
    {
        CompilerDiagnostic error = Single("""
            ld.lld: error: undefined symbol: foo()
            >>> referenced by a.cc:3
            >>>               a.o:(main)
            clang: error: linker command failed with exit code 1 (use -v to see invocation)
            """);
        Assert.Equal("ld.lld: undefined symbol: foo()", error.Message);
        Assert.Equal(["referenced by a.cc:3", "              a.o:(main)"], error.Notes);
    }

    [Theory]
    [InlineData("g++: error: unrecognized command-line option ‘-fbogus’")]
    [InlineData("cc1plus: fatal error: nofile.cc: No such file or directory")]
    [InlineData("x86_64-linux-gnu-gcc-12: error: unrecognized command-line option ‘-fbogus’")]
    [InlineData("clang-16: error: no such file or directory: 'a.cc'")]
    public void A_message_about_no_file_names_the_tool(string line)
    {
        CompilerDiagnostic error = Single(line);
        Assert.Null(error.File);
        Assert.Equal(line.Replace("fatal ", "", StringComparison.Ordinal).Replace("error: ", "", StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public void An_error_in_a_macro_from_an_option_has_the_place_of_its_use_as_note()
    {
        CompilerDiagnostic error = Single("""
            <command-line>: error: ‘Tag’ was not declared in this scope
            greeting.cc:5:53: note: in expansion of macro ‘GREETING’
            """);
        Assert.Equal("<command-line>: ‘Tag’ was not declared in this scope", error.Message);
        Assert.Equal(["greeting.cc:5: note: in expansion of macro ‘GREETING’"], error.Notes);
    }

    [Theory]
    [InlineData("a.proto:3:53: Expected \";\".", 3, 53, "Expected \";\".")]
    [InlineData("x/c.proto:4:37: Field number 1 has already been used in \"A2\" by field \"x\".", 4, 37, "Field number 1 has already been used in \"A2\" by field \"x\".")]
    [InlineData("b.proto: File not found.", 0, 0, "File not found.")]
    [InlineData("  /w/b.fbs:2: 6: error: expecting: : instead got: int", 2, 6, "expecting: : instead got: int")]
    public void An_error_of_protoc_or_flatc_has_its_place(string line, int number, int column, string message)
    {
        CompilerDiagnostic error = Single(line);
        Assert.Equal(
            (CompilerDiagnosticSeverity.Error, line.Trim().Split(':')[0], number, column, "TFN4105", message),
            (error.Severity, error.File, error.Line, error.Column, error.Code, error.Message));
    }

    [Fact]
    public void Warnings_of_protoc_and_flatc_are_warnings()
    {
        Assert.Equal(("d.proto", 2, "TFN4106"), Warning(Single("d.proto:2:1: warning: Import b.proto is unused.")));
        IReadOnlyList<CompilerDiagnostic> both = CompilerDiagnosticParser.Parse("""

            warning:
              /w/c.fbs:2: 17: warning: field names should be lowercase snake_case, got: XYZ
            /w/c.fbs:3: 17: warning: field names should be lowercase snake_case, got: badCase
            """);
        Assert.Equal([("/w/c.fbs", 2, "TFN4106"), ("/w/c.fbs", 3, "TFN4106")], both.Select(Warning));

        static (string?, int, string) Warning(CompilerDiagnostic warning)
        {
            Assert.Equal(CompilerDiagnosticSeverity.Warning, warning.Severity);
            return (warning.File, warning.Line, warning.Code);
        }
    }

    [Fact]
    public void What_flatc_says_of_no_place_is_an_error_too() =>
        Assert.Equal("unable to load file: none.fbs", Single("\nerror:\n  unable to load file: none.fbs\n").Message);

    [Fact]
    public void An_error_of_lld_with_debug_information_has_the_place_of_the_first_use()
    {
        CompilerDiagnostic error = Single("""
            ld.lld-14: error: duplicate symbol: dup()
            >>> defined at m.cc:2 (/w/m.cc:2)
            >>>            m.o:(dup())
            >>> defined at n.cc:1 (/w/n.cc:1)
            """);
        Assert.Equal(("/w/m.cc", 2, "TFN4103"), (error.File, error.Line, error.Code));
        Assert.Equal(3, error.Notes.Count);
    }

    [Theory]
    [InlineData("mold: error: duplicate symbol: n.o: m.o: dup()", "mold: duplicate symbol: n.o: m.o: dup()")]
    [InlineData("mold: fatal: library not found: none", "ld: fatal: library not found: none")]
    public void Errors_of_mold_are_errors(string line, string message)
    {
        CompilerDiagnostic error = Single(line);
        Assert.Equal((CompilerDiagnosticSeverity.Error, "TFN4103", message), (error.Severity, error.Code, error.Message));
    }

    [Fact]
    public void A_summary_alone_is_kept_since_it_is_all_there_is() =>
        Assert.Equal("collect2: ld returned 1 exit status", Single("collect2: error: ld returned 1 exit status").Message);

    [Fact]
    public void Messages_of_the_assembler_are_errors_too()
    {
        CompilerDiagnostic error = Single("""
            a.S: Assembler messages:
            a.S:4: Error: no such instruction: `bogus'
            """);
        Assert.Equal(("a.S", 4, 0, CompilerDiagnosticSeverity.Error), (error.File, error.Line, error.Column, error.Severity));
    }

    [Fact]
    public void A_file_name_may_have_spaces_and_colons()
    {
        CompilerDiagnostic error = Single("my dir/a:b.cc:5:3: error: no");
        Assert.Equal(("my dir/a:b.cc", 5, 3), (error.File, error.Line, error.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("INFO: step 1: error rate 0.5")]
    [InlineData("-- Found 12 files: error: ")]
    public void Other_output_is_no_diagnostic(string output) => Assert.Empty(CompilerDiagnosticParser.Parse(output));
}
