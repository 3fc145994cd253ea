using System.Text;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// py_binary() and py_test() (https://bazel.build/reference/be/python#py_binary): a launcher that runs the main source within
/// a tree of links to all that the program needs.
/// </summary>
internal sealed class PyBinaryRule : IRuleImplementation
{
    // The launcher stands beside its runfiles, or is itself a link in those of another program.
    private const string Launcher = """
        #!/usr/bin/env python3
        import os
        import sys

        launcher = os.path.abspath(__file__)
        runfiles = launcher + ".runfiles"
        if not os.path.isdir(runfiles):
            runfiles = os.environ.get("RUNFILES_DIR", os.path.realpath(__file__) + ".runfiles")
        folders = [runfiles] + [os.path.join(runfiles, folder) for folder in {imports}]
        folders += [os.path.join(runfiles, entry) for entry in sorted(os.listdir(runfiles))]
        environment = dict(os.environ)
        environment["RUNFILES_DIR"] = runfiles
        environment["PYTHONPATH"] = os.pathsep.join(folders + [f for f in [os.environ.get("PYTHONPATH")] if f])
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        os.execve(sys.executable, [sys.executable, os.path.join(runfiles, {main})] + sys.argv[1:], environment)

        """;

    public ProviderCollection Analyze(RuleContext context)
    {
        StructValue info = PyTarget.CreateInfo(context);
        Artifact[] sources = [.. context.Files("srcs").Distinct()];
        Artifact main = Main(context, sources);
        Artifact launcher = context.DeclareFile(context.Label.Name);
        string[] imports = [.. info.Fields["imports"].As<Depset>()!.Elements.ToList().Select(i => i.ToString())];
        string mainPath = RunfilesTree.PathOf(context, main);
        context.Graph.Add(new WriteFileAction
        {
            Mnemonic = "PyLauncher",
            Owner = context.Label.ToString(),
            Outputs = [launcher],
            IsExecutable = true,
            Content = () => Encoding.UTF8.GetBytes(Launcher
                .Replace("{imports}", JsonEncoder.Encode(StarlarkList.OfStrings(imports)), StringComparison.Ordinal)
                .Replace("{main}", JsonEncoder.Encode(mainPath), StringComparison.Ordinal)),
        });

        Runfiles needed = RuleRunfiles.Collect(context, NestedSet<Artifact>.Of(sources), "srcs", "deps", "data");
        Runfiles all = RunfilesTree.With(context, launcher, needed, context.GetBool("legacy_create_init"));
        return new ProviderCollection()
            .Add(info)
            .Add(new DefaultInfo(NestedSet<Artifact>.Of([launcher, .. sources]), launcher, all, context.FileValues));
    }

    private static Artifact Main(RuleContext context, Artifact[] sources)
    {
        if (context.Prerequisite("main") is { } given)
            return given.Files is [var only] ? only : throw context.AttributeError("main", "expected a single file");
        string name = context.Label.Name[(context.Label.Name.LastIndexOf('/') + 1)..] + ".py";
        return sources.FirstOrDefault(s => s.ExecPath[(s.ExecPath.LastIndexOf('/') + 1)..] == name)
            ?? throw context.AttributeError("main", $"could not find '{name}' among srcs; name the main file with the main attribute");
    }
}
