using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>gcc or clang on Linux, with the flags that Bazel's cc_configure.bzl would find for it.</summary>
internal static class LinuxToolchain
{
    /// <param name="options">Which compiler, and where to look for it.</param>
    /// <param name="actionPath">The PATH that actions are to see; null for the usual one.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.CompilerNotFound"/>.</exception>
    public static CcToolchain Create(ToolchainOptions options, string? actionPath = null)
    {
        bool clang = options.Kind == ToolchainKind.Clang;
        string compiler = Require(options.CCompiler ?? (clang ? "clang" : "gcc"), clang ? "clang" : "g++", options);
        string archiver = Require(options.Archiver ?? "ar", "binutils", options);
        string strip = Require("strip", "binutils", options);
        string folder = Path.GetDirectoryName(compiler)!;
        // What a compiler needs of the environment: its helpers' folder, and a fixed working folder for debug information.
        KeyValuePair<string, string>[] environment = [new("PATH", actionPath ?? ActionPath(folder)), new("PWD", "/proc/self/cwd")];
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
            // So that another machine, which is to go on with this build, compiles anew.
            CompileEnvironment = ActionEnvironment.Of([.. environment, .. options.Processor is { } processor ? (KeyValuePair<string, string>[])[new("NATIVE_PROCESSOR", processor)] : []]),
            LinkEnvironment = ActionEnvironment.Of([.. environment, new("ZERO_AR_DATE", "1")]),
        };
    }

    /// <summary>
    /// As Bazel's --incompatible_strict_action_env, a PATH that is not the caller's: else everything would be built anew in
    /// another shell. The compiler's own folder comes first, where its helpers are.
    /// </summary>
    private static string ActionPath(string compilerFolder) =>
        UsualPath.Split(':').Contains(compilerFolder) ? UsualPath : $"{compilerFolder}:{UsualPath}";

    private const string UsualPath = "/usr/local/bin:/usr/bin:/bin";

    private static string Require(string program, string package, ToolchainOptions options) =>
        SearchPath.Find(program, options.SearchPath) ?? throw new BazelException(
            BazelErrorCode.CompilerNotFound,
            $"'{program}' was not found in {options.SearchPath}; install the package {package} (apt-get install {package}), or set NativeToolchain or CCompiler to one that is installed");
}
