using System.Text;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// A library in the forms in which it can be linked. The archives, and the compiles that fill them, come into the action
/// graph only when a link asks for them.
/// </summary>
public sealed class LibraryToLink : StarlarkObject
{
    private readonly Lazy<Artifact?> staticLibrary;
    private readonly Lazy<Artifact?> picStaticLibrary;
    private readonly Lazy<Artifact?> dynamicLibrary;

    public LibraryToLink(Func<Artifact?>? staticLibrary = null, Func<Artifact?>? picStaticLibrary = null, Func<Artifact?>? dynamicLibrary = null)
    {
        HasStatic = staticLibrary is not null;
        HasPicStatic = picStaticLibrary is not null;
        HasDynamic = dynamicLibrary is not null;
        this.staticLibrary = new(staticLibrary ?? (static () => null));
        this.picStaticLibrary = new(picStaticLibrary ?? (static () => null));
        this.dynamicLibrary = new(dynamicLibrary ?? (static () => null));
    }

    public bool HasStatic { get; }

    public bool HasPicStatic { get; }

    public bool HasDynamic { get; }

    public Artifact? StaticLibrary => staticLibrary.Value;

    public Artifact? PicStaticLibrary => picStaticLibrary.Value;

    /// <summary>The shared library, or the link to it under _solib that programs load it by.</summary>
    public Artifact? DynamicLibrary => dynamicLibrary.Value;

    /// <summary>The shared library itself, not the link to it.</summary>
    public Artifact? ResolvedDynamicLibrary => DynamicLibrary?.Generator is SymlinkAction { TargetPath: null } link ? link.Inputs[0] : DynamicLibrary;

    public Artifact? InterfaceLibrary { get; init; }

    /// <summary>Objects of the library, so that a linker that can may take them singly.</summary>
    public CompilationOutputs? Outputs { get; init; }

    /// <summary>All of it is linked, whether anything refers to it or not.</summary>
    public bool AlwaysLink { get; init; }

    public override string TypeName => "LibraryToLink";

    public override bool IsHashable => true;

    internal FileValues? Values { get; init; }

    /// <summary>The same with all of its code linked, whether anything refers to it or not; shared libraries stay as they are.</summary>
    internal LibraryToLink WithAlwaysLink() => AlwaysLink || (!HasStatic && !HasPicStatic) ? this : new(
        HasStatic ? () => StaticLibrary : null, HasPicStatic ? () => PicStaticLibrary : null)
    {
        AlwaysLink = true,
        Outputs = Outputs,
        Values = Values,
    };

    /// <summary>
    /// What a build of the library alone makes. Asking for it brings its archive into the graph, so it is only asked
    /// for where a build names the library or a rule uses its files.
    /// </summary>
    internal NestedSet<Artifact> FilesToBuild() => NestedSet<Artifact>.Deferred(
        () => [.. new[] { StaticLibrary, PicStaticLibrary, ResolvedDynamicLibrary }.OfType<Artifact>()]);

    /// <summary>The form that a link takes (CcLinkingHelper.java).</summary>
    /// <param name="staticMode">Static forms first.</param>
    /// <param name="pic">The link makes a shared library.</param>
    public (Artifact Library, bool IsDynamic)? Choose(bool staticMode, bool pic)
    {
        if (!staticMode && HasDynamic)
            return (InterfaceLibrary ?? DynamicLibrary!, true);
        if (HasStatic || HasPicStatic)
            return ((pic ? PicStaticLibrary ?? StaticLibrary : StaticLibrary ?? PicStaticLibrary)!, false);
        return InterfaceLibrary is { } stub ? (stub, true) : HasDynamic ? (DynamicLibrary!, true) : null;
    }

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "static_library" => (Value?)Wrap(StaticLibrary),
            "pic_static_library" => Wrap(PicStaticLibrary),
            "dynamic_library" => Wrap(DynamicLibrary),
            "resolved_symlink_dynamic_library" => Wrap(ResolvedDynamicLibrary),
            "interface_library" or "resolved_symlink_interface_library" => Wrap(InterfaceLibrary),
            "alwayslink" => AlwaysLink,
            "objects" => Wrap(Outputs?.Objects),
            "pic_objects" => Wrap(Outputs?.PicObjects),
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }

    public override IEnumerable<string> AttributeNames =>
    [
        "alwayslink", "dynamic_library", "interface_library", "objects", "pic_objects", "pic_static_library",
        "resolved_symlink_dynamic_library", "resolved_symlink_interface_library", "static_library",
    ];

    public override void AppendRepr(StringBuilder text) =>
        text.Append("<LibraryToLink ").Append((PicStaticLibrary ?? StaticLibrary ?? DynamicLibrary)?.ExecPath).Append('>');

    private Value Wrap(Artifact? artifact) => artifact is null ? Value.None : Values?.Get(artifact);

    private Value Wrap(IReadOnlyList<Artifact>? artifacts) =>
        artifacts is null ? Value.None : new StarlarkList(artifacts.Select(a => Wrap(a)));
}
