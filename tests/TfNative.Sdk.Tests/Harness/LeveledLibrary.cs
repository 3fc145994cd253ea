using System.Runtime.Intrinsics.X86;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>The libraries of <see cref="VersionedLibrary"/>, of which both say for which level of x86-64 they were compiled: libsmall.so's
/// small_sum() gives its own level times ten, and libcore.so.2's.</summary>
internal static class LeveledLibrary
{
    public const string Several = "<PropertyGroup><NativeIsa>x86-64;x86-64-v2;x86-64-v3;x86-64-v4</NativeIsa></PropertyGroup>";

    public static TestFolder Create(SdkPackage sdk, string projectLines = Several)
    {
        TestFolder folder = VersionedLibrary.Create(sdk, projectLines);
        folder.Write("native/core/core.h", """
            static inline int level() {
            #if defined(__AVX512VL__)
              return 4;
            #elif defined(__AVX2__)
              return 3;
            #elif defined(__SSE4_2__)
              return 2;
            #else
              return 1;
            #endif
            }
            """);
        folder.Replace("native/core/BUILD.bazel", "srcs = [\"core.cc\"]", "srcs = [\"core.cc\", \"core.h\"]");
        folder.Write("native/core/core.cc", "#include \"core/core.h\"\nint core() { return level(); }\n");
        folder.Replace("native/BUILD.bazel", "srcs = [\"small.cc\", ", "srcs = [\"small.cc\", \"//core:core.h\", ");
        folder.Write("native/core/BUILD.bazel", folder.Read("native/core/BUILD.bazel") + "\nexports_files([\"core.h\"])\n");
        folder.Write("native/small.cc", "#include \"core/core.h\"\nint core();\nextern \"C\" int small_sum() { return 10 * level() + core(); }\n");
        return folder;
    }

    /// <summary>What small_sum() gives where the best variant for this machine's processor was chosen.</summary>
    public static string OfThisProcessor => Avx512F.VL.IsSupported && Avx512BW.IsSupported && Avx512CD.IsSupported && Avx512DQ.IsSupported ? "44"
        : Avx2.IsSupported && Fma.IsSupported && Bmi2.IsSupported ? "33"
        : Sse42.IsSupported ? "22" : "11";
}
