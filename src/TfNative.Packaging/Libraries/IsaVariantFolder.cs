namespace TfNative.Packaging;

/// <summary>Where the dynamic loader looks for a library's variant for an instruction set: below each folder that it looks in, before the
/// folder itself, in glibc-hwcaps/x86-64-v3 and so on, as far as the processor goes (ld.so(8), since glibc 2.33).</summary>
public static class IsaVariantFolder
{
    /// <summary>The metadata of items that has such a folder, or nothing.</summary>
    public const string Metadata = "TargetFolder";

    private const string Parent = "glibc-hwcaps/";

    /// <returns>"glibc-hwcaps/x86-64-v3/"; empty for no variant.</returns>
    public static string Of(string isaVariant) => isaVariant.Length == 0 ? "" : $"{Parent}{isaVariant}/";
}
