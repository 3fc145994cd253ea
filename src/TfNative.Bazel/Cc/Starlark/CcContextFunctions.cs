using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The functions of cc_common that make and merge contexts and what they hold (CcModule.java).</summary>
internal static class CcContextFunctions
{
    public static readonly IReadOnlyList<Builtin> All =
    [
        new("merge_cc_infos", "*, direct_cc_infos=[], cc_infos=[]", static (in CallContext c) => MergeInfos(c)),
        new("merge_compilation_contexts", "*, compilation_contexts=[], non_exported_compilation_contexts=[]", static (in CallContext c) => MergeContexts(c[0])),
        new("merge_linking_contexts", "*, linking_contexts=[]", static (in CallContext c) => CcLinkingContext.Merge(Items<CcLinkingContext>(c[0]))),
        new("merge_compilation_outputs", "*, compilation_outputs=[]", static (in CallContext c) => CompilationOutputs.Merge([.. Items<CompilationOutputs>(c[0])])),
        new("create_compilation_context", "*, headers=unbound, system_includes=unbound, includes=unbound, quote_includes=unbound, framework_includes=unbound, "
            + "defines=unbound, local_defines=unbound, textual_hdrs=[], modular_public_hdrs=[], modular_private_hdrs=[], purpose=None, module_map=None, "
            + "actions=None, label=None, external_includes=unbound, virtual_to_original_headers=unbound, dependent_cc_compilation_contexts=[], "
            + "non_exported_dependent_cc_compilation_contexts=[], header_module=None, pic_header_module=None, propagate_module_map_to_compile_action=True, "
            + "separate_module_headers=[], separate_module=None, separate_pic_module=None, add_public_headers_to_modules_map=False", CreateCompilationContext),
        new("create_linking_context", "*, linker_inputs=None, libraries_to_link=None, user_link_flags=None, additional_inputs=None, owner=None, extra_link_time_library=None", CreateLinkingContext),
        new("create_linker_input", "*, owner, libraries=None, user_link_flags=None, additional_inputs=None, linkstamps=None", static (in CallContext c) => new LinkerInput(
            c.Object<LabelValue>(0, "Label").Label, [.. Items<LibraryToLink>(c[1])], Strings(c[2]), Files(c[3]))),
        new("create_library_to_link", "*, actions, feature_configuration=None, cc_toolchain=None, static_library=None, pic_static_library=None, dynamic_library=None, "
            + "interface_library=None, pic_objects=unbound, objects=unbound, lto_compilation_context=None, alwayslink=False, dynamic_library_symlink_path=\"\", "
            + "interface_library_symlink_path=\"\", must_keep_debug=False", CreateLibraryToLink),
        new("create_compilation_outputs", "*, objects=None, pic_objects=None, lto_compilation_context=None, dwo_objects=None, pic_dwo_objects=None", static (in CallContext c) =>
        {
            IReadOnlyList<Artifact> objects = Files(c[0]), pic = Files(c[1]);
            return objects.Count + pic.Count == 0 ? CompilationOutputs.Empty
                : new CompilationOutputs(() => objects, () => pic);
        }),
        new("create_debug_context", "compilation_outputs=None", static (in CallContext _) => new StructValue([])),
        new("merge_debug_context", "debug_contexts=[]", static (in CallContext _) => new StructValue([])),
        new("create_lto_compilation_context", "*, objects={}", static (in CallContext _) => new StructValue([])),
    ];

    internal static IEnumerable<T> Items<T>(Value sequence)
        where T : class => sequence.IsUnbound || sequence.IsNone ? [] : (SequenceReader.Of(sequence) ?? []).Select(i => i.As<T>()).OfType<T>();

    internal static IReadOnlyList<Artifact> Files(Value sequence) => [.. Items<FileValue>(sequence).Select(f => f.Artifact)];

    internal static IReadOnlyList<string> Strings(Value sequence) =>
        sequence.IsUnbound || sequence.IsNone ? [] : [.. (SequenceReader.Of(sequence) ?? []).SelectMany(OneOrMore)];

    // User link flags may be a list of lists.
    private static IEnumerable<string> OneOrMore(Value value) =>
        value.TryGet(out string? text) ? [text] : (SequenceReader.Of(value) ?? []).Select(v => v.ToString());

    private static CcInfo MergeInfos(in CallContext c)
    {
        CcInfo[] infos = [.. Items<CcInfo>(c[0]), .. Items<CcInfo>(c[1])];
        return CcInfo.Merge(infos, infos.Select(i => i.FileValues).FirstOrDefault(v => v is not null));
    }

    private static CcCompilationContextValue MergeContexts(Value contexts)
    {
        CcCompilationContextValue[] all = [.. Items<CcCompilationContextValue>(contexts)];
        return new(CcCompilationContext.Merge([.. all.Select(v => v.Context)]), all.Select(v => v.Values).FirstOrDefault(v => v is not null));
    }

    private static Value CreateCompilationContext(in CallContext c)
    {
        NestedSet<Artifact> headers = c[0].As<Depset>() is { } depset ? FileValues.FromDepset(depset) : NestedSet<Artifact>.Empty;
        var own = new CcCompilationContext
        {
            Headers = headers,
            SystemIncludes = Strings(c[1]),
            Includes = Strings(c[2]),
            QuoteIncludes = Strings(c[3]),
            FrameworkIncludes = Strings(c[4]),
            Defines = Strings(c[5]),
            LocalDefines = Strings(c[6]),
            DirectTextualHeaders = Files(c[7]),
            DirectPublicHeaders = Files(c[8]),
            DirectPrivateHeaders = Files(c[9]),
        };
        CcCompilationContextValue[] dependencies = [.. Items<CcCompilationContextValue>(c[16])];
        return new CcCompilationContextValue(
            dependencies.Length == 0 ? own : CcCompilationContext.Create(own, [.. dependencies.Select(d => d.Context)]), c.Thread.GetLocal<FileValues>());
    }

    private static Value CreateLinkingContext(in CallContext c)
    {
        if (c[0].As<Depset>() is { } inputs)
            return new CcLinkingContext(LinkerInputs(inputs.Elements));
        var input = new LinkerInput(
            c[4].As<LabelValue>()?.Label ?? new Label(PackageId.MainRoot, "unknown"), [.. Items<LibraryToLink>(c[1])], Strings(c[2]), Files(c[3]));
        return CcLinkingContext.Of(input, []);
    }

    /// <summary>The set as it is, its elements as what they are: links go by its order.</summary>
    private static NestedSet<LinkerInput> LinkerInputs(NestedSet<Value> set) => (NestedSet<LinkerInput>)(
        (set.Memo as NestedSet<LinkerInput>) ?? (object)NestedSet<LinkerInput>.Create(
            NestedSetOrder.Topological, set.Direct.Select(i => i.As<LinkerInput>()).OfType<LinkerInput>(), set.Transitive.Select(LinkerInputs)));

    private static Value CreateLibraryToLink(in CallContext c)
    {
        RuleContext context = c.Object<StarlarkActions>(0, "actions").Rule;
        Artifact? archive = One(c[3]), pic = One(c[4]), shared = One(c[5]), stub = One(c[6]);
        IReadOnlyList<Artifact> picObjects = Files(c[7]), objects = Files(c[8]);
        if (archive is null && pic is null && shared is null && stub is null)
            throw c.Error("create_library_to_link() wants at least one of static_library, pic_static_library, dynamic_library and interface_library");
        string place = c.String(11);
        Artifact? link = shared is null ? null
            : place.Length > 0 ? SolibLink.At(context, shared, place)
            : SolibLink.Create(context, shared, preserveName: true, prefixConsumer: true);
        return new LibraryToLink(Given(archive), Given(pic), Given(link))
        {
            InterfaceLibrary = stub,
            AlwaysLink = c[10].Truth,
            Outputs = objects.Count + picObjects.Count == 0 ? null : new CompilationOutputs(() => objects, () => picObjects) { Values = context.FileValues },
            Values = context.FileValues,
        };
    }

    private static Artifact? One(Value file) => file.As<FileValue>()?.Artifact;

    private static Func<Artifact?>? Given(Artifact? artifact) => artifact is null ? null : () => artifact;
}
