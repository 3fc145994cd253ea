using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Objects and libraries among srcs (cc_helper.bzl, build_precompiled_files).</summary>
internal sealed class PrecompiledFiles
{
    private readonly RuleContext context;
    private readonly Artifact[] files;

    public PrecompiledFiles(RuleContext context, Artifact[] files)
    {
        this.context = context;
        this.files = files;
        Artifact[] objects = [.. files.Where(f => CcSources.IsObject(f.ExecPath))];
        Artifact[] pic = [.. objects.Where(o => !o.ExecPath.EndsWith(".nopic.o", StringComparison.Ordinal))];
        Objects = objects.Length == 0 ? CompilationOutputs.Empty : new(() => objects, () => pic) { Values = context.FileValues };
    }

    public CompilationOutputs Objects { get; }

    /// <summary>Archives and shared libraries, each as something to link.</summary>
    public IReadOnlyList<LibraryToLink> Libraries()
    {
        var libraries = new List<LibraryToLink>();
        var archives = new OrderedDictionary<string, (Artifact? Plain, Artifact? Pic, bool Always)>(StringComparer.Ordinal);
        foreach (Artifact file in files)
        {
            string path = file.ExecPath;
            bool always = CcSources.IsAlwaysLinkArchive(path);
            if (!always && !CcSources.IsArchive(path))
                continue;
            bool pic = path.EndsWith(".pic.a", StringComparison.Ordinal) || path.EndsWith(".pic.lo", StringComparison.Ordinal);
            string identifier = path.Replace(".pic.", ".", StringComparison.Ordinal);
            archives.TryGetValue(identifier, out (Artifact? Plain, Artifact? Pic, bool Always) known);
            archives[identifier] = pic ? (known.Plain, file, always) : (file, known.Pic, always);
        }

        foreach ((Artifact? plain, Artifact? pic, bool always) in archives.Values)
        {
            libraries.Add(new(plain is null ? null : () => plain, pic is null ? null : () => pic)
            {
                AlwaysLink = always,
                Values = context.FileValues,
            });
        }

        foreach (Artifact file in files.Where(f => CcSources.IsSharedLibrary(f.ExecPath)))
            libraries.Add(new(dynamicLibrary: () => SolibLink.Create(context, file, preserveName: true, prefixConsumer: true)) { Values = context.FileValues });
        return libraries;
    }
}
