using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A compilation context as Starlark code sees it (https://bazel.build/rules/lib/builtins/CompilationContext).</summary>
public sealed class CcCompilationContextValue(CcCompilationContext context, FileValues? values) : StarlarkObject
{
    public CcCompilationContext Context { get; } = context;

    public FileValues? Values { get; } = values;

    public override string TypeName => "CompilationContext";

    public override IEnumerable<string> AttributeNames =>
    [
        "defines", "direct_headers", "direct_private_headers", "direct_public_headers", "direct_textual_headers",
        "external_includes", "framework_includes", "headers", "includes", "local_defines", "quote_includes", "system_includes",
    ];

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "headers" => Values is null ? Depset.Empty : Values.ToDepset(Context.Headers),
            "includes" => Strings(Context.Includes),
            "quote_includes" => Strings(Context.QuoteIncludes),
            "system_includes" => Strings(Context.SystemIncludes),
            "framework_includes" => Strings(Context.FrameworkIncludes),
            "external_includes" => Strings([]),
            "defines" => Strings(Context.Defines),
            "local_defines" => Strings(Context.LocalDefines),
            "validation_artifacts" => Depset.Empty,
            "direct_headers" => Files(Context.DirectPublicHeaders.Concat(Context.DirectPrivateHeaders)),
            "direct_public_headers" => Files(Context.DirectPublicHeaders),
            "direct_private_headers" => Files(Context.DirectPrivateHeaders),
            "direct_textual_headers" => Files(Context.DirectTextualHeaders),
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }

    private static Depset Strings(IEnumerable<string> texts) => Depset.Of(texts.Select(t => (Value)t));

    private StarlarkList Files(IEnumerable<TfNative.Execution.Artifact> files) => new(files.Select(f => (Value)Values!.Get(f)));
}
