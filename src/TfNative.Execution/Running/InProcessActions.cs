using System.Text;

namespace TfNative.Execution;

/// <summary>The actions that need no program.</summary>
internal static class InProcessActions
{
    public static ActionResult Run(BuildAction action, IDiskInterface disk, ArgumentExpansion expansion)
    {
        string output = action.PrimaryOutput.ExecPath;
        switch (action)
        {
            case WriteFileAction write:
                disk.Write(output, write.Content().Span, write.IsExecutable);
                break;
            case WriteArgumentsAction write:
                disk.Write(output, Encoding.UTF8.GetBytes(write.Text(expansion)), write.IsExecutable);
                break;
            case ExpandTemplateAction expand:
                disk.Write(output, Expand(disk.Read(expand.Inputs[0].ExecPath), expand), expand.IsExecutable);
                break;
            case SymlinkAction link:
                disk.CreateSymlink(output, link.TargetPath ?? disk.FullPath(link.Inputs[0].ExecPath));
                break;
            case SymlinkTreeAction tree:
                Plant(tree, disk);
                break;
            case CopyAction copy:
                disk.Copy(copy.Inputs[0].ExecPath, output);
                break;
            default:
                throw new InvalidOperationException(action.GetType().Name);
        }

        return new ActionResult();
    }

    private static void Plant(SymlinkTreeAction tree, IDiskInterface disk)
    {
        string root = tree.PrimaryOutput.ExecPath;
        disk.CreateDirectory(root);
        foreach ((string path, string? target) in tree.Entries)
        {
            if (path.Contains('/'))
                disk.CreateDirectory($"{root}/{path[..path.LastIndexOf('/')]}");
            if (target is null)
                disk.Write($"{root}/{path}", [], executable: false);
            else
                disk.CreateSymlink($"{root}/{path}", disk.FullPath(target));
        }

        if (tree.Manifest is { } manifest)
            disk.Write($"{root}/{manifest}", Encoding.UTF8.GetBytes(tree.ManifestText(disk.FullPath)), executable: false);
    }

    /// <summary>A template may be in any encoding: each byte is taken as a character, and keys and values as the
    /// bytes of their UTF-8, as Bazel does.</summary>
    public static byte[] Expand(byte[] template, ExpandTemplateAction action)
    {
        string text = Encoding.Latin1.GetString(template);
        foreach ((string key, string value) in action.Substitutions)
        {
            if (key.Length > 0)
                text = text.Replace(Bytes(key), Bytes(value), StringComparison.Ordinal);
        }

        return Encoding.Latin1.GetBytes(text);
    }

    private static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
