using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>cc_import() (https://bazel.build/reference/be/c-cpp#cc_import; Bazel's cc_import.bzl): libraries that are already built.</summary>
internal sealed class CcImportRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        var target = new CcTarget(context);
        Artifact? archive = One(context, "static_library"), picArchive = One(context, "pic_static_library");
        Artifact? shared = One(context, "shared_library"), stub = One(context, "interface_library");
        if (context.GetBool("system_provided") && shared is not null)
            throw context.AttributeError("shared_library", "'shared_library' shouldn't be specified when 'system_provided' is true");
        if (!context.GetBool("system_provided") && shared is null && stub is not null)
            throw context.AttributeError("shared_library", "'shared_library' should be specified when 'system_provided' is false");
        Artifact[] objects = [.. context.Files("objects")], picObjects = [.. context.Files("pic_objects")];
        string stem = CcLibraryLinking.LibraryName(context.Label.Name);
        if (archive is null && objects.Length > 0)
            archive = CcLinker.Archive(context, stem + ".a", objects);
        if (picArchive is null && picObjects.Length > 0)
            picArchive = CcLinker.Archive(context, stem + ".pic.a", picObjects);

        IReadOnlyList<CcInfo> deps = target.Dependencies("deps");
        var library = new LibraryToLink(Given(archive), Given(picArchive), shared is null ? null : () => SolibLink.Create(context, shared, preserveName: true, prefixConsumer: true))
        {
            InterfaceLibrary = stub,
            AlwaysLink = context.GetBool("alwayslink"),
            Values = context.FileValues,
        };
        bool any = archive is not null || picArchive is not null || shared is not null || stub is not null;
        CcLinkingContext linking = CcLinkingContext.Of(
            new LinkerInput(context.Label, any ? [library] : [], target.LinkOpts, []) { Values = context.FileValues }, deps.Select(d => d.Linking));
        NestedSet<Artifact> files = NestedSet<Artifact>.Of(new[] { archive, picArchive, shared, stub }.OfType<Artifact>());
        NestedSet<Artifact> atRunTime = shared is null ? NestedSet<Artifact>.Empty : NestedSet<Artifact>.Of(shared);
        return new ProviderCollection()
            .Add(new CcInfo(target.CreateContext([.. deps.Select(d => d.Compilation)]), linking, context.FileValues))
            .Add(new DefaultInfo(files, null, RuleRunfiles.Collect(context, atRunTime, "deps", "data"), context.FileValues));
    }

    private static Artifact? One(RuleContext context, string attribute)
    {
        Artifact[] files = [.. context.Files(attribute)];
        return files.Length <= 1 ? files.FirstOrDefault()
            : throw context.AttributeError(attribute, $"expected a single file, got {files.Length}");
    }

    private static Func<Artifact?>? Given(Artifact? artifact) => artifact is null ? null : () => artifact;
}
