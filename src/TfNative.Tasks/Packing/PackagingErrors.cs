namespace TfNative.Tasks.Packing;

/// <summary>Every error of packing, by code.</summary>
internal static class PackagingErrors
{
    /// <summary>More are in the report.</summary>
    private const int Shown = 20;

    public static TaskParameterException ForbiddenLicenses(IReadOnlyList<string> problems, string report)
    {
        string rest = problems.Count > Shown ? $"\n  and {problems.Count - Shown} more, see {report}" : "";
        return new("TFN5001",
            $"{problems.Count} source files are not under a licence that NativePackageAllowedLicense names. Add the licence, or leave the files out of the build:\n  "
            + string.Join("\n  ", problems.Take(Shown)) + rest);
    }

    public static TaskParameterException NoLicenseExpression() =>
        new("TFN5002", "The package says no licence. Set PackageLicenseExpression to an SPDX expression, such as Apache-2.0.");

    public static TaskParameterException NoObjCopy(string program) =>
        new("TFN5003", $"{program}, which splits debug information off, is not installed. Install the Debian package binutils, or binutils-aarch64-linux-gnu "
            + "for arm64; or set NativeDebugSymbols to keep.");

    public static TaskParameterException NotBuilt(string outputBase) =>
        new("TFN5005", $"There is nothing to pack in {outputBase}. Build first, or pack without --no-build.");

    public static TaskParameterException BadLicenseExpression(string expression, string reason) =>
        new("TFN5006", $"PackageLicenseExpression \"{expression}\" is no SPDX expression: {reason}");

    public static string TooLarge(string package, long size, long limit) =>
        $"{package} has {size} bytes, more than NativePackageSizeLimit ({limit}) for a single runtime identifier. The public gallery would refuse it: "
        + "build fewer targets, or strip the libraries.";
}
