using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What a cc_shared_library tells those that link it (cc_shared_library.bzl).</summary>
/// <param name="dynamicDeps">The shared libraries that it depends on, with theirs.</param>
/// <param name="exports">The libraries that it holds and offers.</param>
/// <param name="linkOnceStaticLibs">Those that it holds and that no other may hold.</param>
/// <param name="linkerInput">Itself, to be linked.</param>
public sealed class CcSharedLibraryInfo(
    NestedSet<CcSharedLibraryInfo> dynamicDeps, IReadOnlyList<Label> exports, IReadOnlyList<Label> linkOnceStaticLibs, LinkerInput linkerInput)
    : StarlarkObject, IProviderInstance
{
    public NestedSet<CcSharedLibraryInfo> DynamicDeps { get; } = dynamicDeps;

    public IReadOnlyList<Label> Exports { get; } = exports;

    public IReadOnlyList<Label> LinkOnceStaticLibs { get; } = linkOnceStaticLibs;

    public LinkerInput LinkerInput { get; } = linkerInput;

    public ProviderType Provider => BuiltinProviders.CcSharedLibrary;

    public override string TypeName => "CcSharedLibraryInfo";

    public override IEnumerable<string> AttributeNames => ["dynamic_deps", "exports", "link_once_static_libs", "linker_input"];

    /// <summary>What the attribute dynamic_deps of a rule names.</summary>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.MissingProvider"/>: something that is no cc_shared_library.</exception>
    internal static CcSharedLibraryInfo[] DirectDynamicDeps(RuleContext context) =>
        [.. context.Prerequisites("dynamic_deps").Select(d => d.Providers.Get(BuiltinProviders.CcSharedLibrary) as CcSharedLibraryInfo ?? throw new BazelException(
            BazelErrorCode.MissingProvider, $"in dynamic_deps attribute of {context.Rule.RuleClass.Name} rule {context.Label}: '{d.Label}' is no cc_shared_library",
            context.Rule.Location, context.Label))];

    /// <summary>These shared libraries and those that they depend on.</summary>
    internal static NestedSet<CcSharedLibraryInfo> Merge(CcSharedLibraryInfo[] direct) =>
        NestedSet<CcSharedLibraryInfo>.Create(NestedSetOrder.Topological, direct, direct.Select(d => d.DynamicDeps));

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "dynamic_deps" => Depset.Of(DynamicDeps.ToList().Select(d => (Value)d)),
            "exports" => new StarlarkList(Exports.Select(e => (Value)e.ToStarlarkString())),
            "link_once_static_libs" => new StarlarkList(LinkOnceStaticLibs.Select(e => (Value)e.ToStarlarkString())),
            "linker_input" => LinkerInput,
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }
}
