using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>py_library() (https://bazel.build/reference/be/python#py_library).</summary>
internal sealed class PyLibraryRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        NestedSet<Artifact> files = NestedSet<Artifact>.Of(context.Files("srcs"));
        return new ProviderCollection()
            .Add(PyTarget.CreateInfo(context))
            .Add(new DefaultInfo(files, null, RuleRunfiles.Collect(context, files, "srcs", "deps", "data"), context.FileValues));
    }
}
