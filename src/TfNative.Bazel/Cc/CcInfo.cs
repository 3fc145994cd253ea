using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The provider of C++ targets (https://bazel.build/rules/lib/providers/CcInfo).</summary>
public sealed class CcInfo : StarlarkObject, IProviderInstance
{
    public CcInfo(CcCompilationContext compilation, CcLinkingContext linking, FileValues? values = null)
    {
        Compilation = compilation;
        Linking = linking;
        Values = values;
    }

    public CcCompilationContext Compilation { get; }

    public CcLinkingContext Linking { get; }

    public ProviderType Provider => BuiltinProviders.Cc;

    public override string TypeName => "CcInfo";

    internal FileValues? FileValues => Values;

    private FileValues? Values { get; }

    public override IEnumerable<string> AttributeNames => ["compilation_context", "linking_context"];

    internal static Value FromCall(CallContextArguments call) => new CcInfo(
        call.Get("compilation_context").As<CcCompilationContextValue>()?.Context ?? CcCompilationContext.Empty,
        call.Get("linking_context").As<CcLinkingContext>() ?? CcLinkingContext.Empty,
        call.Get("compilation_context").As<CcCompilationContextValue>()?.Values);

    public static CcInfo Merge(IReadOnlyList<CcInfo> infos, FileValues? values) => new(
        CcCompilationContext.Merge([.. infos.Select(i => i.Compilation)]), CcLinkingContext.Merge(infos.Select(i => i.Linking)), values);

    public override bool TryGetAttribute(string name, out Value value)
    {
        switch (name)
        {
            case "compilation_context":
                value = new CcCompilationContextValue(Compilation, Values);
                return true;
            case "linking_context":
                value = Linking;
                return true;
            default:
                value = default;
                return false;
        }
    }
}
