using System.Text;
using System.Text.RegularExpressions;

namespace TfNative.Packaging;

/// <summary>
/// What pkg-config is told about a library (pkg-config(5)): lib/pkgconfig/NAME.pc below the folder that the libraries lie in, with headers
/// in its folder include. All paths follow from the place of the file, so that the folder can be moved.
/// </summary>
public sealed record PkgConfigFile
{
    private const string LibraryFolder = "libdir=${prefix}";

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Version { get; init; }

    /// <summary>Other modules, as the file has them: "zlib >= 1.2, libpng".</summary>
    public string Requires { get; init; } = "";

    public string RequiresPrivate { get; init; } = "";

    /// <summary>For the linker, without -L; empty: what <see cref="LinkOptions"/> says of the libraries.</summary>
    public required string Libs { get; init; }

    public string LibsPrivate { get; init; } = "";

    /// <summary>For the compiler, after the -I of the headers.</summary>
    public string Cflags { get; init; } = "";

    public string Write()
    {
        var text = new StringBuilder($$"""
            prefix=${pcfiledir}/../..
            {{LibraryFolder}}
            includedir=${prefix}/include

            Name: {{Name}}
            Description: {{Description}}
            Version: {{Version}}

            """);
        foreach ((string field, string value) in (ReadOnlySpan<(string, string)>)
            [("Requires", Requires), ("Requires.private", RequiresPrivate), ("Libs", $"-L${{libdir}} {Libs}".TrimEnd()), ("Libs.private", LibsPrivate), ("Cflags", $"-I${{includedir}} {Cflags}".TrimEnd())])
        {
            if (value.Length > 0)
                text.Append(field).Append(": ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same module where the libraries lie elsewhere, under one of their names only.</summary>
    /// <param name="text">What <see cref="Write"/> has given.</param>
    /// <param name="folder">The folder of the libraries, from that two above the file.</param>
    /// <param name="names">Names that are not there, to the ones that are instead.</param>
    public static string Move(string text, string folder, IEnumerable<KeyValuePair<string, string>> names)
    {
        text = text.Replace(LibraryFolder, $"{LibraryFolder}/{folder}", StringComparison.Ordinal);
        foreach ((string absent, string present) in names)
        {
            string option = absent.StartsWith("lib", StringComparison.Ordinal) && absent.EndsWith(".so", StringComparison.Ordinal) ? absent[3..^3] : ":" + absent;
            text = Regex.Replace(text, $@"(?<=\s)-l{Regex.Escape(option)}(?=\s)", $"-l:{present}");
        }

        return text;
    }

    /// <summary>How the linker is told of shared libraries: "-lx" where there is a libx.so, else "-l:libx.so.2".</summary>
    /// <param name="wanted">File names of the libraries that one links against, under any of their names.</param>
    /// <param name="all">File names of all that lies beside them.</param>
    public static string LinkOptions(IEnumerable<string> wanted, IReadOnlyCollection<string> all) => string.Join(' ', wanted.Select(Stem).Distinct().Select(stem =>
        all.Contains(stem + ".so") && stem.StartsWith("lib", StringComparison.Ordinal)
            ? "-l" + stem[3..]
            : "-l:" + all.Where(name => Stem(name) == stem).OrderBy(name => name.Length).First()));

    /// <summary>"libx" of "libx.so.2".</summary>
    private static string Stem(string name) => name[..name.IndexOf(".so", StringComparison.Ordinal)];
}
