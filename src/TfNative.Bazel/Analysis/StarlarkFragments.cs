using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.fragments: parts of the configuration by language.</summary>
internal static class StarlarkFragments
{
    public static StructValue Create(RuleContext rule)
    {
        BuildOptions options = rule.Configuration.Options;
        return new(
        [
            new("cpp", new StructValue(
            [
                new("copts", StarlarkList.OfStrings(options.Copts)),
                new("cxxopts", StarlarkList.OfStrings(options.CxxOpts)),
                new("conlyopts", StarlarkList.OfStrings(options.ConlyOpts)),
                new("linkopts", StarlarkList.OfStrings(options.LinkOpts)),
                new("custom_malloc", Value.None),
                new("force_pic", new Builtin("force_pic", "", (in CallContext _) => options.ForcePic)),
                new("compilation_mode", new Builtin("compilation_mode", "", (in CallContext _) => NativeOptions.ModeName(options.Mode))),
                new("generate_llvm_lcov", new Builtin("generate_llvm_lcov", "", (in CallContext _) => false)),
            ])),
            new("proto", new StructValue([new("experimental_protoc_opts", new StarlarkList())])),
            new("py", new StructValue([new("default_python_version", "PY3")])),
            new("platform", new StructValue([])),
            new("java", new StructValue([])),
            new("apple", new StructValue([])),
            new("objc", new StructValue([])),
        ]);
    }
}
