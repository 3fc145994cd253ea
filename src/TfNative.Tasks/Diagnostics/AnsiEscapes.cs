using System.Text.RegularExpressions;

namespace TfNative.Tasks.Diagnostics;

/// <summary>Removes colours and links (ECMA-48 CSI and OSC sequences), which compilers print even to a pipe when
/// -fdiagnostics-color=always or GCC_COLORS says so.</summary>
internal static partial class AnsiEscapes
{
    public static string Strip(string text) => text.Contains('\e', StringComparison.Ordinal) ? Sequence().Replace(text, "") : text;

    [GeneratedRegex(@"\e(?:\[[0-?]*[ -/]*[@-~]|\][^\a\e]*(?:\a|\e\\))")]
    private static partial Regex Sequence();
}
