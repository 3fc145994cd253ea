namespace TfNative.Bazel;

/// <summary>Which files are what, by their endings (CppFileTypes.java).</summary>
internal static class CcSources
{
    private static readonly System.Buffers.SearchValues<char> VersionCharacters = System.Buffers.SearchValues.Create("0123456789.");
    private static readonly string[] Cxx = [".cc", ".cpp", ".cxx", ".c++", ".C", ".cu", ".cl"];
    private static readonly string[] Headers = [".h", ".hh", ".hpp", ".ipp", ".hxx", ".h++", ".inc", ".inl", ".tlh", ".tli", ".H", ".tcc"];

    /// <summary>The endings that srcs may have; shared libraries may have a version after theirs.</summary>
    public static readonly IReadOnlyList<string> AllowedInSources =
        [".c", .. Cxx, .. Headers, ".S", ".s", ".asm", ".a", ".lib", ".lo", ".so", ".dylib", ".dll", ".o", ".obj"];

    public static bool IsC(string path) => path.EndsWith(".c", StringComparison.Ordinal);

    public static bool IsCxx(string path) => EndsWithAny(path, Cxx);

    public static bool IsPreprocessedAssembler(string path) => path.EndsWith(".S", StringComparison.Ordinal);

    public static bool IsAssembler(string path) => path.EndsWith(".s", StringComparison.Ordinal) || path.EndsWith(".asm", StringComparison.Ordinal);

    public static bool IsHeader(string path) =>
        EndsWithAny(path, Headers) || Path.GetExtension(path).Length == 0 && !path.EndsWith('/');

    public static bool IsCompiled(string path) => IsC(path) || IsCxx(path) || IsPreprocessedAssembler(path) || IsAssembler(path);

    public static bool IsObject(string path) => path.EndsWith(".o", StringComparison.Ordinal);

    public static bool IsArchive(string path) => path.EndsWith(".a", StringComparison.Ordinal) || path.EndsWith(".lib", StringComparison.Ordinal);

    public static bool IsAlwaysLinkArchive(string path) => path.EndsWith(".lo", StringComparison.Ordinal);

    /// <summary>libx.so, libx.so.1.2.</summary>
    public static bool IsSharedLibrary(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        if (name.EndsWith(".so", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal))
            return true;
        int so = name.LastIndexOf(".so.", StringComparison.Ordinal);
        return so >= 0 && name.AsSpan(so + 4).IndexOfAnyExcept(VersionCharacters) < 0;
    }

    private static bool EndsWithAny(string path, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (path.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
