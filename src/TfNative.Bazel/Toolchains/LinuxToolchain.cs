using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>gcc or clang on Linux, with the flags that Bazel's cc_configure.bzl would find for it.</summary>
internal static class LinuxToolchain
{
    /// <exception cref="BazelException"><see cref="BazelErrorCode.CompilerNotFound"/>.</exception>
    public static CcToolchain Create(ToolchainOptions options)
    {
        bool clang = options.Kind == ToolchainKind.Clang;
        string compiler = Require(options.CCompiler ?? (clang ? "clang" : "gcc"), clang ? "clang" : "g++", options);
        string archiver = Require(options.Archiver ?? "ar", "binutils", options);
        string strip = Require("strip", "binutils", options);
        string folder = Path.GetDirectoryName(compiler)!;
        // What a compiler needs of the environment: its helpers' folder, and a fixed working folder for debug information.
        KeyValuePair<string, string>[] environment = [new("PATH", options.SearchPath), new("PWD", "/proc/self/cwd")];
        return new()
        {
            Compiler = clang ? "clang" : "gcc",
            CCompiler = compiler,
            Archiver = archiver,
            Strip = strip,
            CompileFlags =
            [
                "-U_FORTIFY_SOURCE", "-fstack-protector", "-Wall",
                .. clang
                    ? (string[])["-Wthread-safety", "-Wself-assign", "-Wunused-but-set-parameter", "-Wno-free-nonheap-object", "-fcolor-diagnostics"]
                    : ["-Wunused-but-set-parameter", "-Wno-free-nonheap-object"],
                "-fno-omit-frame-pointer",
            ],
            OptCompileFlags = ["-g0", "-O2", "-D_FORTIFY_SOURCE=1", "-DNDEBUG", "-ffunction-sections", "-fdata-sections"],
            DbgCompileFlags = ["-g"],
            CxxFlags = ["-std=c++14"],
            LinkFlags = [.. clang ? (string[])[] : [], "-B" + folder, "-Wl,-no-as-needed", "-Wl,-z,relro,-z,now", .. clang ? (string[])[] : ["-pass-exit-codes"]],
            OptLinkFlags = ["-Wl,--gc-sections"],
            LinkLibraries =
            [
                "-Wl,--push-state,-as-needed", "-lstdc++", "-Wl,--pop-state",
                "-Wl,--push-state,-as-needed", "-lm", "-Wl,--pop-state",
            ],
            UnfilteredCompileFlags =
            [
                clang ? "-no-canonical-prefixes" : "-fno-canonical-system-headers", "-Wno-builtin-macro-redefined",
                "-D__DATE__=\"redacted\"", "-D__TIMESTAMP__=\"redacted\"", "-D__TIME__=\"redacted\"",
            ],
            CompileEnvironment = ActionEnvironment.Of(environment),
            LinkEnvironment = ActionEnvironment.Of([.. environment, new("ZERO_AR_DATE", "1")]),
        };
    }

    private static string Require(string program, string package, ToolchainOptions options) =>
        ProgramFinder.Find(program, options.SearchPath) ?? throw new BazelException(
            BazelErrorCode.CompilerNotFound,
            $"'{program}' was not found in {options.SearchPath}; install the package {package} (apt-get install {package}), or set NativeToolchain or NativeCCompiler to one that is installed");
}
