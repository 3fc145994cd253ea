using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What one target adds to a link: libraries, options, and files that the options name.</summary>
public sealed class LinkerInput(Label owner, IReadOnlyList<LibraryToLink> libraries, IReadOnlyList<string> userLinkFlags, IReadOnlyList<Artifact> additionalInputs)
    : StarlarkObject
{
    public Label Owner { get; } = owner;

    public IReadOnlyList<LibraryToLink> Libraries { get; } = libraries;

    public IReadOnlyList<string> UserLinkFlags { get; } = userLinkFlags;

    public IReadOnlyList<Artifact> AdditionalInputs { get; } = additionalInputs;

    public override string TypeName => "LinkerInput";

    public override bool IsHashable => true;

    internal FileValues? Values { get; init; }

    /// <summary>The same with all code of its libraries linked, whether anything refers to it or not.</summary>
    internal LinkerInput WithAlwaysLink() => new(Owner, [.. Libraries.Select(l => l.WithAlwaysLink())], UserLinkFlags, AdditionalInputs) { Values = Values };

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "owner" => new LabelValue(Owner),
            "libraries" => new StarlarkList(Libraries.Select(l => (Value)l)),
            "user_link_flags" => new StarlarkList(UserLinkFlags.Select(f => (Value)f)),
            "additional_inputs" => new StarlarkList(AdditionalInputs.Select(a => (Value)Values!.Get(a))),
            "linkstamps" => new StarlarkList([]),
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }
}
