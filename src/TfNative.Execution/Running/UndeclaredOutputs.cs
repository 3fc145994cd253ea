namespace TfNative.Execution;

/// <summary>Removes files from the build's own folders that no action declares, as a sandbox would have lost them:
/// nothing may come to rely on them.</summary>
internal static class UndeclaredOutputs
{
    public static void Remove(ActionContext context)
    {
        if (context.Request.OutputTrees.IsEmpty)
            return;
        var declared = new HashSet<string>();
        foreach (BuildAction action in context.Request.Graph.Actions)
        {
            foreach (Artifact output in action.Outputs)
                declared.Add(output.ExecPath);
            foreach (ParamFile file in action is SpawnAction spawn ? spawn.ParamFiles : [])
                declared.Add(file.ExecPath);
        }

        foreach (string tree in context.Request.OutputTrees)
        {
            if (context.Disk.Stat(tree, followLinks: false).Type == FileType.Directory)
                RemoveBelow(tree, declared, context.Disk);
        }
    }

    /// <returns>Whether the folder is empty now.</returns>
    private static bool RemoveBelow(string folder, HashSet<string> declared, IDiskInterface disk)
    {
        bool empty = true;
        foreach (string name in disk.List(folder).ToList())
        {
            string path = $"{folder}/{name}";
            if (declared.Contains(path))
                empty = false;
            else if (disk.Stat(path, followLinks: false).Type == FileType.Directory && !RemoveBelow(path, declared, disk))
                empty = false;
            else
                disk.Delete(path);
        }

        return empty;
    }
}
