using TfNative.Bazel;
using TfNative.Execution;
using TfNative.Packaging;
using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Translation;

/// <summary>Makes the items of a translation from its result.</summary>
internal static class ActionItems
{
    private static readonly string[] SourceExtensions = [".c", ".cc", ".cpp", ".cxx", ".c++", ".C", ".s", ".S", ".asm", ".m", ".mm"];

    public static TranslatedItems Of(TranslationResult result)
    {
        var paths = new ExecutionRootPaths(result.ExecutionRoot);
        List<TranslatedItem> compile = [], link = [], generate = [];
        foreach (BuildAction action in result.Graph!.Actions)
        {
            (List<TranslatedItem> list, string path) = action.Mnemonic switch
            {
                "CppCompile" => (compile, SourceOf(action)),
                "CppLink" or "CppArchive" => (link, action.PrimaryOutput.ExecPath),
                _ => (generate, action.PrimaryOutput.ExecPath),
            };
            list.Add(new(paths.ToSource(path), new Dictionary<string, string>
            {
                ["Label"] = action.Owner,
                ["Mnemonic"] = action.Mnemonic,
                ["OutputFile"] = Path.Combine(result.ExecutionRoot, action.PrimaryOutput.ExecPath),
            }));
        }

        return new()
        {
            CompileActions = compile,
            LinkActions = link,
            GenerateActions = generate,
            Licenses = result.Licenses,
            NativeOutputs = [.. result.Outputs.Select(output => new TranslatedItem(output.Path, new Dictionary<string, string>
            {
                ["Label"] = output.Label,
                ["Kind"] = output.Kind.ToString(),
                [IsaVariantFolder.Metadata] = IsaVariantFolder.Of(output.IsaVariant),
            }))],
        };
    }

    private static string SourceOf(BuildAction action) =>
        action.Inputs.FirstOrDefault(input => SourceExtensions.Contains(Path.GetExtension(input.ExecPath)))?.ExecPath
        ?? action.PrimaryOutput.ExecPath;
}
