using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Makes the forms of a library that others can link (CcLinkingHelper.java).</summary>
internal static class CcLibraryLinking
{
    /// <summary>Archives, and a shared library unless the target forbids one.</summary>
    public static LibraryToLink Create(RuleContext context, string name, CompilationOutputs outputs, bool alwaysLink, bool dynamic, CcLinkingContext dependencies, IReadOnlyList<string> linkOpts, IReadOnlyList<Artifact> additionalInputs, IReadOnlyList<string> features)
    {
        BuildOptions options = context.Configuration.Options;
        // Programs built for speed take objects that are not position independent; everything else takes those that are.
        bool picOnly = options.ForcePic || options.Mode != CompilationMode.Opt;
        string extension = alwaysLink ? "lo" : "a", stem = LibraryName(name);
        var library = new LibraryToLink(
            picOnly ? null : () => CcLinker.Archive(context, $"{stem}.{extension}", outputs.Objects),
            () => CcLinker.Archive(context, $"{stem}.pic.{extension}", outputs.PicObjects),
            dynamic ? () => SharedLibrary(context, stem, outputs, dependencies, linkOpts, additionalInputs, features) : null)
        {
            AlwaysLink = alwaysLink,
            Outputs = outputs,
            Values = context.FileValues,
        };
        context.Environment.Defer(() => _ = (library.StaticLibrary, library.PicStaticLibrary, library.DynamicLibrary));
        return library;
    }

    /// <summary>"a/b" as "a/libb".</summary>
    public static string LibraryName(string target)
    {
        int slash = target.LastIndexOf('/');
        return target[..(slash + 1)] + "lib" + target[(slash + 1)..];
    }

    private static Artifact SharedLibrary(RuleContext context, string stem, CompilationOutputs outputs, CcLinkingContext dependencies, IReadOnlyList<string> linkOpts, IReadOnlyList<Artifact> additionalInputs, IReadOnlyList<string> features)
    {
        Artifact library = context.DeclareFile(stem + ".so");
        if (library.Generator is not null)
            return SolibLink.Create(context, library, preserveName: false, prefixConsumer: false);
        CcLinker.Link(context, new()
        {
            Output = library,
            Shared = true,
            StaticMode = false,
            Objects = outputs.PicObjects,
            Features = features,
            UserLinkFlags = linkOpts,
            AdditionalInputs = additionalInputs,
        });
        return SolibLink.Create(context, library, preserveName: false, prefixConsumer: false);
    }
}
