using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The object files of a library, position independent or not; compiled only if something asks for them.</summary>
public sealed class CompilationOutputs : StarlarkObject
{
    public static readonly CompilationOutputs Empty = new(() => [], () => [], isEmpty: true);

    private readonly Lazy<IReadOnlyList<Artifact>> objects;
    private readonly Lazy<IReadOnlyList<Artifact>> picObjects;

    public CompilationOutputs(Func<IReadOnlyList<Artifact>> objects, Func<IReadOnlyList<Artifact>> picObjects, bool isEmpty = false)
    {
        this.objects = new(objects);
        this.picObjects = new(picObjects);
        IsEmpty = isEmpty;
    }

    public bool IsEmpty { get; }

    public IReadOnlyList<Artifact> Objects => objects.Value;

    public IReadOnlyList<Artifact> PicObjects => picObjects.Value;

    public override string TypeName => "CcCompilationOutputs";

    internal FileValues? Values { get; init; }

    /// <summary>Joins outputs in order.</summary>
    public static CompilationOutputs Merge(IReadOnlyList<CompilationOutputs> outputs, FileValues? values = null)
    {
        CompilationOutputs[] filled = [.. outputs.Where(o => !o.IsEmpty)];
        return filled.Length switch
        {
            0 => Empty,
            1 => filled[0],
            _ => new(() => [.. filled.SelectMany(o => o.Objects)], () => [.. filled.SelectMany(o => o.PicObjects)]) { Values = values ?? filled[0].Values },
        };
    }

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "objects" => new StarlarkList(Objects.Select(o => (Value)Values!.Get(o))),
            "pic_objects" => new StarlarkList(PicObjects.Select(o => (Value)Values!.Get(o))),
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }
}
