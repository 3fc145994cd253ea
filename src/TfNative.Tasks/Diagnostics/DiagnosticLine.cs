using System.Text.RegularExpressions;

namespace TfNative.Tasks.Diagnostics;

/// <summary>The shapes that one line of a compiler's or linker's output can have.</summary>
/// <remarks>gcc: "GCC Diagnostic Message Formatting Options" and gcc/diagnostic.cc; clang prints the same (it calls it
/// the gcc-compatible format). ld: its messages start with the program name and have no severity for errors.</remarks>
internal static partial class DiagnosticLine
{
    /// <summary><c>a.cc:5:3: error: text [-Wflag]</c>; also the assembler's <c>a.s:5: Error: text</c>.</summary>
    [GeneratedRegex(@"^(?<file>[^:\s](?:[^:]|:(?!\d|\s))*):(?<line>\d+)(?::(?<column>\d+))?: (?<severity>fatal error|error|Error|warning|Warning|note|remark|internal compiler error|sorry, unimplemented): (?<text>.*)$")]
    public static partial Regex Located();

    /// <summary><c>a.proto:3:5: Expected ";".</c>: protoc says no severity of errors. Also <c>a.proto: File not found.</c>; and
    /// flatc's <c>  a.fbs:2: 6: error: text</c>, with a space before the column.</summary>
    [GeneratedRegex(@"^\s*(?<file>\S[^:]*\.(?:proto|fbs))(?::(?<line>\d+): ?(?<column>\d+))?: (?:(?<severity>error|warning): )?(?<text>.+)$")]
    public static partial Regex OfGenerator();

    /// <summary><c>&gt;&gt;&gt; referenced by a.cc:1 (/b/a.cc:1)</c>, with which lld and mold say where.</summary>
    [GeneratedRegex(@"^>>> (?:referenced by|defined at) [^(]*\((?<file>[^()]+):(?<line>\d+)\)")]
    public static partial Regex LinkerPlace();

    /// <summary><c>cc1plus: error: text</c>, <c>g++: fatal error: text</c>, <c>ld.lld: error: text</c>; also
    /// <c>&lt;command-line&gt;: error: text</c>, when a macro from an option is at fault.</summary>
    [GeneratedRegex(@"^(?:[^\s:]*/)?(?<tool>[\w.+-]+|<[\w-]+>): (?<severity>fatal error|error|warning|note): (?<text>.*)$")]
    public static partial Regex OfTool();

    /// <summary><c>/usr/bin/ld: text</c>, <c>/usr/bin/x86_64-linux-gnu-ld.gold: text</c>.</summary>
    [GeneratedRegex(@"^(?:[^\s:]*/)?(?:[\w-]+-)?(?<tool>ld|ld\.bfd|ld\.gold|ld\.lld|ld\.mold|mold): (?<text>.*)$")]
    public static partial Regex OfLinker();

    /// <summary><c>a.cc:12: undefined reference to `f'</c>, <c>a.o:a.cc:(.text+0x5): multiple definition of `f'</c>.</summary>
    [GeneratedRegex(@"^(?:(?<object>[^:\s]+\.(?:o|a|so|lo|pic\.o)(?:\([^)]*\))?):)?(?:(?<file>[^:\s]+):)?(?:(?<line>\d+)|\([^)]*\)): (?<text>(?:undefined reference to|multiple definition of|relocation truncated to fit|relocation R_|undefined symbol).*)$")]
    public static partial Regex LinkerError();

    /// <summary><c>warning: text</c>, <c>a.o: warning: text</c>, as they follow the linker's name.</summary>
    [GeneratedRegex(@"^(?<object>\S+: )?warning: (?<text>.*)$")]
    public static partial Regex LinkerWarning();

    /// <summary><c>In file included from a.h:3,</c> and its continuation <c>                 from b.cc:1:</c>.</summary>
    [GeneratedRegex(@"^(?:In file included|In module imported|\s+)\s*from (?<where>.+?)[,:]$")]
    public static partial Regex IncludedFrom();

    /// <summary><c>a.h:10:3:   required from 'f'</c>: where a template was instantiated; stands before the error.</summary>
    [GeneratedRegex(@"^\S.*?:\d+(?::\d+)?:\s{2,}(?:recursively )?(?:required|instantiated|in [\w']*constexpr).*$")]
    public static partial Regex InstantiatedFrom();

    /// <summary>The flag at the end: <c>[-Wunused]</c>, <c>[-Werror=unused]</c>, <c>[-Werror,-Wunused]</c> (clang).</summary>
    [GeneratedRegex(@"^(?<text>.*?)\s*\[(?:-Werror,)?(?<flag>-W[^\]\s,]+)(?:,[^\]]*)?\]$")]
    public static partial Regex WithFlag();
}
