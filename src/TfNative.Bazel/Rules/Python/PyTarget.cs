using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What Python targets have in common: their sources and the folders that imports are looked for in (common.bzl).</summary>
internal static class PyTarget
{
    public static StructValue CreateInfo(RuleContext context)
    {
        StructValue[] deps = [.. context.Prerequisites("deps").Select(d => d.Providers.Get(BuiltinProviders.Py)).OfType<StructValue>()];
        NestedSet<Artifact> sources = NestedSet<Artifact>.Create(
            NestedSetOrder.Postorder, context.Files("srcs").Where(IsSource), deps.Select(d => FileValues.FromDepset(d.Fields["transitive_sources"].As<Depset>()!)));
        NestedSet<Value> imports = NestedSet<Value>.Create(
            NestedSetOrder.Stable, Imports(context).Select(i => (Value)i), deps.Select(d => d.Fields["imports"].As<Depset>()!.Elements));
        return new StructValue(
        [
            new("transitive_sources", context.FileValues.ToDepset(sources)),
            new("imports", new Depset(imports)),
            new("uses_shared_libraries", false),
            new("has_py2_only_sources", false),
            new("has_py3_only_sources", true),
        ], BuiltinProviders.Py);
    }

    public static bool IsSource(Artifact file) => file.ExecPath.EndsWith(".py", StringComparison.Ordinal);

    /// <summary>The imports attribute as paths in a runfiles tree.</summary>
    private static IEnumerable<string> Imports(RuleContext context)
    {
        string repository = context.Label.Package.Repository.IsMain ? context.Environment.MainRepositoryName : context.Label.Package.Repository.Name;
        foreach (string import in context.GetStrings("imports"))
        {
            string path = ExecPaths.Combine(PackageId.Join(repository, context.Label.Package.Path), context.Expand("imports", import));
            if (import.StartsWith('/') || path.StartsWith("..", StringComparison.Ordinal))
                throw context.AttributeError("imports", $"'{import}' leads out of the runfiles");
            yield return path;
        }
    }
}
