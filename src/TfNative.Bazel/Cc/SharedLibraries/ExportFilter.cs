namespace TfNative.Bazel;

/// <summary>exports_filter of cc_shared_library: labels, //pkg:__pkg__ and //pkg:__subpackages__.</summary>
internal static class ExportFilter
{
    public static bool Matches(Label library, RuleContext context) => context.GetStrings("exports_filter").Any(text =>
    {
        Label pattern = context.Rule.Package.Labels.Convert(text);
        return pattern.Name switch
        {
            "__pkg__" => pattern.Package.Equals(library.Package),
            "__subpackages__" => pattern.Package.Contains(library.Package),
            _ => pattern.Equals(library),
        };
    });
}
