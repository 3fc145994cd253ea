using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What a map_each function with a second parameter is given (https://bazel.build/rules/lib/builtins/DirectoryExpander).</summary>
/// <param name="filesOf">The files of a directory; null for a file, which stands for itself.</param>
internal sealed class DirectoryExpander(Func<FileValue, IEnumerable<FileValue>?> filesOf) : StarlarkObject
{
    /// <summary>For values that are no directories: what directories hold is not known before actions run.</summary>
    public static readonly DirectoryExpander ForFiles = new(file => file.Artifact.Kind != Execution.ArtifactKind.Directory
        ? null
        : throw StarlarkException.Create($"the files of the directory '{file.Path}' are not known for another value than itself"));

    private readonly Builtin expand = new("expand", "file", (in CallContext c) =>
    {
        FileValue file = c.Object<FileValue>(0, "File");
        return new StarlarkList((filesOf(file) ?? [file]).Select(f => (Value)f));
    });

    public override string TypeName => "DirectoryExpander";

    public override IEnumerable<string> AttributeNames => ["expand"];

    /// <summary>Whether a map_each function takes one.</summary>
    public static bool IsWantedBy(Value map) => map.As<StarlarkFunction>() is { Parameters.Count: > 1 };

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = name == "expand" ? expand : default(Value);
        return name == "expand";
    }
}
